namespace ContactPoint.Demo.Names;

/// <summary>What some children are called instead of the name on their papers.</summary>
internal static class ShortForms
{
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["Thomas"] = "Tom",
        ["William"] = "Billy",
        ["Benjamin"] = "Ben",
        ["Joshua"] = "Josh",
        ["Samuel"] = "Sam",
        ["Daniel"] = "Danny",
        ["Alexander"] = "Alex",
        ["Joseph"] = "Joe",
        ["Edward"] = "Teddy",
        ["Matthew"] = "Matt",
        ["Christopher"] = "Chris",
        ["Nicholas"] = "Nick",
        ["Robert"] = "Bobby",
        ["Michael"] = "Mikey",
        ["Andrew"] = "Andy",
        ["Zachary"] = "Zac",
        ["Harrison"] = "Harry",
        ["Isabella"] = "Bella",
        ["Isabelle"] = "Izzy",
        ["Olivia"] = "Liv",
        ["Amelia"] = "Millie",
        ["Elizabeth"] = "Beth",
        ["Charlotte"] = "Lottie",
        ["Florence"] = "Flo",
        ["Eleanor"] = "Ellie",
        ["Katie"] = "Kat",
        ["Rebecca"] = "Becky",
        ["Victoria"] = "Vicky",
        ["Catherine"] = "Kate",
        ["Margaret"] = "Maggie",
        ["Abigail"] = "Abi",
        ["Bethany"] = "Beth",
        ["Jessica"] = "Jess",
        ["Matilda"] = "Tilly",
        ["Penelope"] = "Penny",
        ["Muhammad"] = "Mo",
        ["Mohammed"] = "Mo",
        ["Maryam"] = "Mimi",
        ["Aleksandra"] = "Ola",
        ["Zuzanna"] = "Zuza",
        ["Emmanuel"] = "Manny",
        ["Elijah"] = "Eli",
    };

    /// <summary>The short form; null when none is usual.</summary>
    public static string? Of(string given) => Forms.GetValueOrDefault(given);
}
