namespace ServiceDesk.Application.Common;

/// <summary>What the caller demands of the record besides the command itself.</summary>
public interface IRequestConditions
{
    /// <summary>The version of If-Match; null when the header was not sent.</summary>
    long? IfMatch { get; }
}
