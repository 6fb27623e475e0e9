using ContactPoint.Sdk.Data;
using CsCheck;

namespace ContactPoint.Sdk.Tests.Data;

public sealed class StoredValueTests
{
    [Fact]
    public void AnyTime_ComesBackToTheMicrosecond() =>
        Gen.DateTimeOffset.Sample(time => UtcMicroseconds.FromStored(UtcMicroseconds.ToStored(time)) is var back && (time - back).Duration() < TimeSpan.FromMicroseconds(1) && back.Offset == TimeSpan.Zero);

    [Fact]
    public void LaterTimes_AreStoredAsLargerNumbers() =>
        Gen.Select(Gen.DateTimeOffset, Gen.DateTimeOffset).Sample((one, other) => one - other <= TimeSpan.FromMicroseconds(1) || UtcMicroseconds.ToStored(one) > UtcMicroseconds.ToStored(other));

    [Fact]
    public void AnyId_IsStoredInNetworkOrder() =>
        Gen.Guid.Sample(id => Convert.ToHexStringLower(GuidBytes.ToBytes(id)) == id.ToString("N"));
}
