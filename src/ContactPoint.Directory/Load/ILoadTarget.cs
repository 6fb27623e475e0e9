using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Load;

/// <summary>A database's own way to take many rows.</summary>
internal interface ILoadTarget
{
    ValueTask BeginAsync(IUnitOfWork unit);

    ValueTask WriteAsync(LoadTable table, PackedRows rows, IUnitOfWork unit);

    ValueTask FinishAsync(IUnitOfWork unit);
}
