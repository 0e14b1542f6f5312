using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServiceDesk.Infrastructure.Database.Migrations;

[DbContext(typeof(ServiceDeskDbContext))]
[Migration("0053_due_incidents")]
internal sealed class M0053() : SqlMigration("0053_due_incidents");
