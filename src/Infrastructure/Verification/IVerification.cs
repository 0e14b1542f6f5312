using Microsoft.Extensions.DependencyInjection;

namespace ServiceDesk.Infrastructure.Verification;

/// <summary>
/// Holds what is stored against one promise of the product and streams what does not fit; changes nothing. Registered by
/// <see cref="VerificationRegistration.AddVerification{T}"/>, run by the <c>verify</c> command in a scope of its own as the system.
/// </summary>
public interface IVerification
{
    /// <summary>What is checked, as the operator reads it: "clocks", "audit chain".</summary>
    string Name { get; }

    /// <summary>Reports to <paramref name="looked"/> how many records were looked at so far, and gives each one that is wrong.</summary>
    IAsyncEnumerable<Finding> RunAsync(IProgress<long> looked, CancellationToken ct);
}

/// <summary>Something that is not as promised: which record, and what is wrong with it in one sentence.</summary>
public sealed record Finding(string Subject, string Problem);

public static class VerificationRegistration
{
    public static IServiceCollection AddVerification<TVerification>(this IServiceCollection services)
        where TVerification : class, IVerification => services.AddScoped<IVerification, TVerification>();
}
