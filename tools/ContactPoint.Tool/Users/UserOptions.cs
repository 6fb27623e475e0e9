using System.CommandLine;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Tool.Users;

/// <summary>The options of <c>user create</c>.</summary>
internal sealed class UserOptions
{
    public Option<string> UserName { get; } = new("--user-name") { Description = "The name to sign in with.", Required = true };

    public Option<string> Name { get; } = new("--name") { Description = "Name as colleagues see it.", Required = true };

    public Option<string> Organisation { get; } = new("--organisation") { Description = "Organisation: register code, name or id.", HelpName = "ORG", Required = true };

    public Option<bool> Accredit { get; } = new("--accredit") { Description = "Accredit the organisation; add it to the directory when it is not there." };

    public Option<Agency> Agency { get; } = new("--agency") { Description = "The organisation's agency.", Required = true };

    public Option<LocalAuthorityCode?> Authority { get; } = new("--authority")
    {
        Description = "The organisation's local authority; leave out for a national one.",
        HelpName = "NNN",
        CustomParser = result =>
        {
            if (LocalAuthorityCode.TryParse(result.Tokens[0].Value, out var code)) return code;
            result.AddError("A local authority is given by its three digits, as 355.");
            return null;
        },
    };

    public Option<Role> Role { get; } = new("--role") { Description = "The role.", Required = true };

    public Option<string> Function { get; } = new("--function") { Description = "What the person does, as school-nurse.", Required = true };

    public Option<Purpose[]> Purposes { get; } = new("--purpose") { Description = "Purposes the role may be used for; may be repeated.", AllowMultipleArgumentsPerToken = true };

    public Option<DateOnly?> DbsDate { get; } = new("--dbs-date") { Description = "Date of the enhanced DBS check, as 2026-05-31: good for three years from it.", HelpName = "DATE" };

    public Option<DateOnly?> TrainingUntil { get; } = new("--training-until") { Description = "Until when the training is good.", HelpName = "DATE" };

    public Option<bool> Signed { get; } = new("--signed") { Description = "The security operating procedures and the user agreement in force have been signed." };

    public Command AddTo(Command command)
    {
        command.Add(UserName);
        command.Add(Name);
        command.Add(Organisation);
        command.Add(Accredit);
        command.Add(Agency);
        command.Add(Authority);
        command.Add(Role);
        command.Add(Function);
        command.Add(Purposes);
        command.Add(DbsDate);
        command.Add(TrainingUntil);
        command.Add(Signed);
        return command;
    }
}
