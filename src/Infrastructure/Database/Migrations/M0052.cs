using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServiceDesk.Infrastructure.Database.Migrations;

[DbContext(typeof(ServiceDeskDbContext))]
[Migration("0052_work_on_tickets")]
internal sealed class M0052() : SqlMigration("0052_work_on_tickets");
