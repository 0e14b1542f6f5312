using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Catalog;

/// <summary>Changes a custom field; values that tickets already hold stay.</summary>
[Permission(Permissions.CatalogManage)]
public sealed record EditCustomField(Guid Id) : ICommand<CustomFieldResponse>
{
    public Optional<LocalizedText> Name { get; init; }
    public Optional<bool?> Required { get; init; }
    public Optional<IReadOnlyList<CustomFieldOptionBody>> Options { get; init; }
    public Optional<Practice?> Practice { get; init; }
    public Optional<bool?> Active { get; init; }
}

internal sealed class EditCustomFieldValidator : AbstractValidator<EditCustomField>
{
    public EditCustomFieldValidator()
    {
        RuleFor(x => x.Name).Label();
        RuleFor(x => x.Required).Must(r => !r.IsPresent || r.Value is not null).WithMessage("It cannot be left empty.");
        RuleFor(x => x.Active).Must(a => !a.IsPresent || a.Value is not null).WithMessage("It cannot be left empty.");
        RuleFor(x => x.Options).Must(o => o.Value is null || o.Value.All(x => Labels.Fits(x.Name)))
            .WithMessage($"Names of at most {LocalizedText.MaxLength} characters.");
    }
}

internal sealed class EditCustomFieldHandler(IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions)
    : IRequestHandler<EditCustomField, CustomFieldResponse>
{
    public async Task<CustomFieldResponse> Handle(EditCustomField request, CancellationToken ct)
    {
        var id = new CustomFieldId(request.Id);
        var field = await db.Set<CustomField>().ForCommandAsync(x => x.Id == id, "The custom field", new GetCustomField(request.Id), conditions, ct);

        field.Describe(
            request.Name.Or(field.Name)!,
            request.Required.Value ?? field.Required,
            request.Options.IsPresent ? CustomFieldOptionBody.Read(request.Options.Value) : field.Options,
            request.Practice.Or(field.Practice),
            request.Active.Value ?? field.Active);

        await db.SaveChangesAsync(ct);
        return CustomFieldResponse.Of(field, user.Language);
    }
}
