using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServiceDesk.Infrastructure.Database.Migrations;

[DbContext(typeof(ServiceDeskDbContext))]
[Migration("0040_personal_keys")]
internal sealed class M0040() : SqlMigration("0040_personal_keys");
