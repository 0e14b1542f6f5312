using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.People;

/// <summary>
/// Colleagues by the beginning of a word of their name: what anybody needs to name one, and no more. At most ten; whoever types goes on typing.
/// </summary>
[Permission(Permissions.SignedIn)]
public sealed record FindColleagues(string? Q = null) : IQuery<Page<PersonRef>>;

internal sealed class FindColleaguesValidator : AbstractValidator<FindColleagues>
{
    public FindColleaguesValidator() => RuleFor(x => x.Q).NotEmpty().Length(2, 200);
}

internal sealed class FindColleaguesHandler(IServiceDeskDb db) : IRequestHandler<FindColleagues, Page<PersonRef>>
{
    private const int Most = 10;

    public async Task<Page<PersonRef>> Handle(FindColleagues request, CancellationToken ct)
    {
        var begin = LikePattern.Escape(request.Q!.Trim()) + "%";
        var word = "% " + begin;
        var found = await db.Users.AsNoTracking()
            .Where(u => u.Active && !u.IsService && (EF.Functions.ILike(u.Name, begin, LikePattern.Mark) || EF.Functions.ILike(u.Name, word, LikePattern.Mark)))
            .OrderBy(u => u.Name).ThenBy(u => u.UserName).Take(Most).Select(u => new { u.Id, u.Name }).ToListAsync(ct);
        return new Page<PersonRef>(found.ConvertAll(u => new PersonRef(u.Id.Value, u.Name)), null);
    }
}
