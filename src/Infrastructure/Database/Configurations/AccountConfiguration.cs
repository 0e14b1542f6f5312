using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Infrastructure.Database.Configurations;

internal sealed class AccountConfiguration
    : IEntityTypeConfiguration<Account>,
        IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
        IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
        IEntityTypeConfiguration<IdentityUserToken<Guid>>,
        IEntityTypeConfiguration<SignInGuess>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.Property(x => x.LatestCodes).HasColumnName("last_code").HasMaxLength(80);
        account.HasIndex(x => x.NormalizedUserName).HasDatabaseName("ix_accounts_normalized_user_name").IsUnique();
        account.HasIndex(x => x.NormalizedEmail).HasDatabaseName("ix_accounts_normalized_email");
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("account_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) => login.ToTable("account_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) => token.ToTable("account_tokens");

    public void Configure(EntityTypeBuilder<SignInGuess> guess)
    {
        guess.ToTable("sign_in_guesses");
        guess.HasKey(x => x.Name);
        guess.HasIndex(x => x.ForgottenAt);
    }
}
