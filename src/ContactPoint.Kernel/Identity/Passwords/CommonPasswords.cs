namespace ContactPoint.Kernel.Identity.Passwords;

/// <summary>What common passwords are made of, and the words of this service that an attacker would try first. Lower case, without disguises.</summary>
internal static class CommonPasswords
{
    /// <summary>The usual parts of the worst passwords.</summary>
    private const string Common = """
        password passwort passwd pass passcode passphrase letmein welcome admin administrator root user username login logon signin default
        changeme change secret test tester testing guest demo sample temp temporary trustno master access hello helloworld
        qwerty qwertz azerty asdf zxcv iloveyou loveyou ilove love lovely lover sunshine princess prince dragon monkey
        football baseball basketball hockey soccer cricket rugby liverpool arsenal chelsea everton tottenham manchester united rangers celtic
        superman batman spiderman starwars pokemon naruto minecraft fortnite matrix hunter killer ninja shadow master
        summer winter autumn spring january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday christmas birthday holiday today
        london england britain scotland wales ireland birmingham leeds bristol
        michael jennifer jessica jordan thomas robert daniel andrew joshua matthew charlie ashley nicole hannah samantha
        amanda anthony george william james david richard christopher elizabeth victoria charlotte emily oliver jack harry
        cookie chocolate banana orange apple cheese pepper ginger flower butterfly rainbow purple silver golden diamond
        computer internet google facebook microsoft windows samsung iphone android linkedin twitter yahoo outlook office
        mustang ferrari porsche corvette mercedes yamaha harley merlin maverick phoenix thunder freedom whatever forever
        family mother father mummy daddy baby babygirl sister brother friend friends angel angels jesus heaven blessed
        money lucky happy smile sweet sugar honey tiger eagle lion bear wolf horse doggy kitty puppy buster bailey
        please enter open sesame keepout nothing something anything everything abc xyz one two three four five six seven eight nine ten zero
        correcthorsebatterystaple correct horse battery staple
        mypassword newpassword thisismypassword thisis new the and for your you
        """;

    /// <summary>The words of the field and of the service (ASVS 6.2.11).</summary>
    private const string Context = """
        contactpoint contact point child children childrens kids safeguarding safeguard safe protection protect practitioner
        directory index every matters everychildmatters school teacher nurse health visitor social worker care carer
        council authority local borough county education nhs dfe youth offending police probation voluntary charity
        service services team desk duty office manager officer steward reviewer broker shield record database system
        """;

    public static IReadOnlyList<string> Words { get; } =
        [.. (Common + " " + Context).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}
