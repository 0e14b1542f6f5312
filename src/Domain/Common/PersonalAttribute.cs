namespace ServiceDesk.Domain.Common;

/// <summary>
/// A value that tells who somebody is. Journals that are never rewritten keep it under a key of that person, so that destroying the
/// key erases it everywhere at once (ruling 31).
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
