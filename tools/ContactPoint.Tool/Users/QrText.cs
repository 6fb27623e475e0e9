using System.Text;
using QRCoder;

namespace ContactPoint.Tool.Users;

/// <summary>A QR code in characters: two rows a line, dark on light as scanners expect.</summary>
internal static class QrText
{
    public static string Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var drawn = new StringBuilder();
        for (var row = 0; row < rows.Count; row += 2)
        {
            for (var column = 0; column < rows[row].Count; column++)
            {
                var upper = rows[row][column];
                var lower = row + 1 < rows.Count && rows[row + 1][column];
                drawn.Append((upper, lower) switch { (false, false) => '█', (false, true) => '▀', (true, false) => '▄', _ => ' ' });
            }

            drawn.AppendLine();
        }

        return drawn.ToString();
    }
}
