using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Search;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Catalog;

/// <summary>Adds a field to tickets; key and type are for good.</summary>
[Permission(Permissions.CatalogManage)]
public sealed record DefineCustomField : ICommand<CustomFieldResponse>
{
    /// <summary>camelCase: what tickets hold the value under.</summary>
    public required string Key { get; init; }
    public required CustomFieldType Type { get; init; }
    public required LocalizedText Name { get; init; }
    public bool Required { get; init; }

    /// <summary>For choice and multiChoice.</summary>
    public IReadOnlyList<CustomFieldOptionBody>? Options { get; init; }

    /// <summary>Left out: tickets of every practice.</summary>
    public Practice? Practice { get; init; }
}

internal sealed class DefineCustomFieldValidator : AbstractValidator<DefineCustomField>
{
    public DefineCustomFieldValidator()
    {
        RuleFor(x => x.Name).Label();
        RuleForEach(x => x.Options).Must(o => Labels.Fits(o.Name)).WithMessage($"A name of at most {LocalizedText.MaxLength} characters.");
    }
}

internal sealed class DefineCustomFieldHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<DefineCustomField, CustomFieldResponse>
{
    public async Task<CustomFieldResponse> Handle(DefineCustomField request, CancellationToken ct)
    {
        if (SearchFields.Find(request.Key) is not null)
            throw RuleViolationException.Meaning("custom_field.key_reserved", $"The search knows '{request.Key}' as something else.", "key");

        var field = CustomField.Define(
            request.Key, request.Type, request.Name, request.Required, CustomFieldOptionBody.Read(request.Options), request.Practice, clock.GetUtcNow());
        db.Set<CustomField>().Add(field);

        await db.SaveChangesAsync(ct);
        return CustomFieldResponse.Of(field, user.Language);
    }
}
