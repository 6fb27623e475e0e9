namespace ContactPoint.Synthetic.Names;

/// <summary>Forenames that parents put together: double ones, syllables, and spellings of their own.</summary>
internal static class RareForenames
{
    private static readonly string[] BoysDouble = "Tommy Alfie Charlie Bobby Billy Jack Freddie Archie Teddy Frankie Harley John Riley Tyler Kai Leo Mason Noah Ronnie Vinnie Harvey Jayden Logan Oliver Joey".Split(' ');

    private static readonly string[] BoysSecond = "Lee James Jay John Joe Ray Jack George Thomas Junior Dean Paul Michael Robert Blake".Split(' ');

    private static readonly string[] GirlsDouble =
        "Lily Ella Amelia Ava Isla Olivia Ivy Evie Gracie Ellie Lilly Lacey Millie Mia Poppy Daisy Rosie Sophie Summer Scarlett Bonnie Darcie Dolly Elsie Esme Luna Mila Nancy Penny Skyla Lexi Ruby Tilly Sienna Amber Emma Eva Maisie Aria Nellie".Split(' ');

    private static readonly string[] GirlsSecond = "Mae Rose Grace May Rae Leigh Louise Jane Ann Marie Lee Jo Jade Faith Hope Belle Anne Skye Elizabeth".Split(' ');

    private static readonly string[] BoysFront = "Ja Ka Ta Da Ma Ra Sha Zay Kay Jay Bray Gray Ty Ky Lay Trey Dre Kha Ze Ro La".Split(' ');

    private static readonly string[] BoysEnd = "den lan lon von shaun vion dyn son ce reece mari quan lin ven sean rell kobi kai vonte den marcus mir rome".Split(' ');

    private static readonly string[] GirlsFront = "La Ka Sha Ta Ke Ma A Ja Ni Ra Ti Zi Ay El Em Ev Ar Le Na Sa De Ky Mi".Split(' ');

    private static readonly string[] GirlsEnd = "niyah liyah riyah lani mya nae shae rae lee leigh lia ria nisha tasha vaeh maya sha yah yla ella elle ina niya nique rielle".Split(' ');

    private static readonly string[] Names = "Oluwa Olu Ade Ayo Ola Ife Temi Tolu Omo Chi Chukwu Kene Oge Ugo Kami Ara Eri Ebun Ini Motun".Split(' ');

    private static readonly string[] NamesEnd = "seun tobi femi lola dele tomi wa nimi sola dayo bukola tofunmi tomisin mide yomi darasimi fela layo dara dimma buzo zuru kwe jindu chi soma bube nna oluwa".Split(' ');

    private static readonly string[] Syllables =
        "An Bo Chen Cheng Chi Chun Fei Feng Guo Hai Han Hao He Heng Hong Hui Jia Jian Jie Jin Jing Jun Kai Lan Le Li Lin Ling Mei Meng Min Ming Mu Nan Ning Qi Qian Qing Rong Rui Shan Shen Shi Shu Si Tian Ting Tong Wei Wen Xi Xiang Xiao Xin Xing Xuan Xue Ya Yan Yang Yao Yi Yin Ying Yong Yu Yuan Yue Yun Ze Zhen Zhi Zi".Split(' ');

    public static IEnumerable<string> Of(NamingWay way, bool isGirl) => way switch
    {
        NamingWay.English => (isGirl ? Doubles(GirlsDouble, GirlsSecond) : Doubles(BoysDouble, BoysSecond)).Concat(isGirl ? Joined(GirlsFront, GirlsEnd) : Joined(BoysFront, BoysEnd)),
        NamingWay.Yoruba => Joined(Names, NamesEnd),
        NamingWay.Chinese => Joined(Syllables, [.. Syllables.Select(part => part.ToLowerInvariant())]),
        _ => [],
    };

    private static IEnumerable<string> Doubles(string[] first, string[] second) => first.SelectMany(_ => second, (one, two) => $"{one}-{two}");

    private static IEnumerable<string> Joined(string[] first, string[] second) => first.SelectMany(_ => second, (one, two) => one + two);
}
