using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServiceDesk.Infrastructure.Database.Migrations;

[DbContext(typeof(ServiceDeskDbContext))]
[Migration("0050_comment_revisions")]
internal sealed class M0050() : SqlMigration("0050_comment_revisions");
