using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ContactPoint.Kernel.Tests.Data;

public sealed class GrantsTests
{
    private static readonly string Script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sqlserver-grants.sql"));

    [Fact, Trait("Asvs", "13.2.2"), Trait("Rule", "AUD-2")]
    public void TheApplicationsLogin_CannotAlterTheAuditTrail_NorTheSchema()
    {
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(Script), out var errors);
        errors.ShouldBeEmpty();
        var visitor = new Permissions();
        fragment.Accept(visitor);
        foreach (var table in new[] { "audit_entry", "audit_leaf", "audit_node", "audit_checkpoint", "module_change" })
            visitor.Denied.ShouldContain(("contactpoint_app", $"kernel.{table}", "UPDATE, DELETE"));
        visitor.Granted.Where(grant => grant.Role == "contactpoint_app").ShouldAllBe(grant => grant.Permissions == "SELECT, INSERT, UPDATE, DELETE");
    }

    private sealed class Permissions : TSqlFragmentVisitor
    {
        public List<(string Role, string Table, string Permissions)> Denied { get; } = [];

        public List<(string Role, string Permissions)> Granted { get; } = [];

        public override void Visit(DenyStatement node) =>
            Denied.Add((node.Principals[0].Identifier.Value, string.Join('.', node.SecurityTargetObject.ObjectName.MultiPartIdentifier.Identifiers.Select(name => name.Value)), Names(node.Permissions)));

        public override void Visit(GrantStatement node) => Granted.Add((node.Principals[0].Identifier.Value, Names(node.Permissions)));

        private static string Names(IList<Permission> permissions) =>
            string.Join(", ", permissions.Select(permission => string.Join(' ', permission.Identifiers.Select(name => name.Value)).ToUpperInvariant()));
    }
}
