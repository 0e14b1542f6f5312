using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class AccountConfiguration
    : IEntityTypeConfiguration<Account>,
        IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
        IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
        IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.HasIndex(x => x.NormalizedUserName).HasDatabaseName("IX_accounts_normalized_user_name").IsUnique();
        account.HasIndex(x => x.NormalizedEmail).HasDatabaseName("IX_accounts_normalized_email");
        account.HasOne<User>().WithOne().HasForeignKey<Account>(x => x.Id).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("AccountClaims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) => login.ToTable("AccountLogins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) => token.ToTable("AccountTokens");
}
