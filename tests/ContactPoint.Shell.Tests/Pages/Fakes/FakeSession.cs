using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;
using ContactPoint.Shell.Session;

namespace ContactPoint.Shell.Tests.Pages.Fakes;

/// <summary>Somebody signed in whose open records can be revoked.</summary>
internal sealed class FakeSession : ICallerSource, IStepUp, ISessions, IRecordWatch
{
    private readonly List<Func<Task>> watching = [];

    public CallerContext? Caller { get; set; }

    /// <summary>The session as its row stands; null for none.</summary>
    public SessionSnapshot? Row { get; set; }

    /// <summary>So many reads of the row fail, as when the database is busy.</summary>
    public int ReadsThatFail { get; set; }

    public Task<Result<CallerContext>> CurrentAsync(CancellationToken cancellation = default) =>
        Task.FromResult<Result<CallerContext>>(Caller is null ? GateErrors.SessionEnded : Caller);

    public bool IsFresh(CallerContext caller) => false;

    public IDisposable Watch(ChildId child, Func<Task> revoked)
    {
        watching.Add(revoked);
        return new Ending(() => watching.Remove(revoked));
    }

    public Task RevokeRecordAsync() => Task.WhenAll(watching.ToArray().Select(revoked => revoked()));

    public Task<IReadOnlyList<SessionSnapshot>> OwnAsync(CallerContext caller, CancellationToken cancellation = default) =>
        ReadsThatFail-- > 0 ? throw new TimeoutException("busy") : Task.FromResult<IReadOnlyList<SessionSnapshot>>(Row is null ? [] : [Row]);

    public Task<SessionSnapshot?> ValidateAsync(string token, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<bool> IsLiveAsync(Guid sessionId, Guid? tokenId = null, CancellationToken cancellation = default) =>
        ReadsThatFail > 0 ? throw new TimeoutException("busy") : Task.FromResult(Row is not null && (tokenId is null || tokenId == Row.TokenId));

    public Task TouchAsync(Guid sessionId, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task SignOutAsync(string token, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<Result<bool>> EndOwnAsync(CallerContext caller, Guid sessionId, CancellationToken cancellation = default) => throw new NotSupportedException();

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
