using System.Xml.Linq;
using ContactPoint.Sdk.Data;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace ContactPoint.Shell.Security;

/// <summary>Seals the keys of forms and circuits at rest with the key ring, so that the folder of web keys alone is worth nothing.</summary>
internal sealed class SealedWebKeys(ISealer sealer, IIdSource ids) : IXmlEncryptor, IConfigureOptions<KeyManagementOptions>
{
    internal static readonly SealPurpose Purpose = new("web.keys");

    public void Configure(KeyManagementOptions options) => options.XmlEncryptor = this;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var id = ids.NewId();
        var value = sealer.Seal(Purpose, id, System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("sealed", new XAttribute("id", id), Convert.ToBase64String(value)), typeof(SealedWebKeyOpener));
    }
}

/// <summary>Opens them again. The framework makes it from the name in the file.</summary>
internal sealed class SealedWebKeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        var id = (Guid)encryptedElement.Attribute("id")!;
        var plain = services.GetRequiredService<ISealer>().Unseal(SealedWebKeys.Purpose, id, Convert.FromBase64String(encryptedElement.Value));
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(plain));
    }
}
