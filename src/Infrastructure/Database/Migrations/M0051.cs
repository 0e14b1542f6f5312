using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServiceDesk.Infrastructure.Database.Migrations;

[DbContext(typeof(ServiceDeskDbContext))]
[Migration("0051_ticket_links")]
internal sealed class M0051() : SqlMigration("0051_ticket_links");
