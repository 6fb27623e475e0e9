namespace ContactPoint.Synthetic.Names;

/// <summary>The long tail of surnames, put together from parts: each pair reads as a surname, most belong to hardly anybody.</summary>
internal static class RareSurnames
{
    private static readonly string[] Fronts =
        "Ack Adder Alder All Alver Am Apple Ar Arm Ash Asp Aus Axe Ayles Bad Bag Ban Bar Bark Bas Batt Beck Bed Bees Bel Ben Ber Bex Bick Bil Bing Birk Black Blen Bod Bol Bos Bough Bow Brad Bram Bran Brent Brig Brin Broad Brock Brom Bro Bruns Buck Bud Bul Burs Cal Calder Cam Can Carl Cas Cat Chad Char Chat Chel Chil Chip Chis Clap Clat Clay Cleve Clif Clo Cob Cock Col Con Copp Cor Cot Cran Cray Cres Crick Crom Crow Cuck Cul Dag Dal Dan Dar Deep Den Der Did Dor Dow Drax Dray Dun Dur Dut Eck Edge El Elm Els Ember Epp Esh Eve Ever Fair Fal Far Fen Fern Fil Fir Flax Flit Fos Fox Fram Frod Ful Gal Gar Gat Ged Gil Glas God Gold Gor Gran Gras Green Grim Grind Had Hal Ham Han Hard Har Hart Has Hat Hather Haver Haw Hazel Head Heb Hed Hel Hen Her Hes Hex High Hin Hod Hol Hon Hor Hough Huck Hun Hut Ick Il In Ip Ir Kel Ken Kes Ket Kil Kim King Kir Kirk Knap Knares Lam Lan Lang Lat Lav Led Leigh Les Lev Lin Lit Lock Long Lor Lough Lud Lul Mab Mal Man Mar Mat Mel Mer Mick Mid Mil Mins Mon Mor Mos Mot Mul Nant Nar Net Nether New Nor Not Nun Oak Ock Od Ol Or Os Ot Over Ox Pad Pan Par Pat Peck Pem Pen Per Pick Pil Pin Pol Por Pot Pres Pud Quar Rad Rams Ran Rath Raven Rav Red Ren Rib Rick Ridg Rip Ris Roch Rock Rom Ros Roth Row Rud Rug Run Rus Sal San Sax Scar Scun Seal Sed Sel Sev Shack Shal Shef Shel Sher Ship Shrews Sid Sil Skel Skip Slad Smeth Snet Sod Som South Spal Spar Spof Stain Stal Stam Stan Stap Stav Sted Stil Stock Stoke Stour Strat Stret Strick Stub Sud Sun Sut Swaff Swan Swin Syd Tad Tam Tan Tar Tat Ted Temple Ten Thack Thirl Thorn Thur Tib Til Tin Tod Tol Tor Tot Tow Tre Trow Tun Turn Twem Tyl Ul Under Up Ux Wad Wain Wake Wal Wan War Was Wat Wed Wel Wen Wes West Weth Whar Whel Whit Wick Wig Wil Win Wis Withen Wo Wol Wood Wool Wor Wrag Wy Yar Yeald York".Split(' ');

    private static readonly string[] Ends =
        "by bourne bottom bridge brook bury combe cote croft dale den don field ford gate grave greaves ham head hill holme hope house hurst land ley low man mere mond more mouth over pole ridge rigg royd sall shall shaw side stall stead ster stock ston stone thorpe throp thwaite toft ton tree wade wall ward water way well wick wood worth wright ing ings ingham ington ingley ingworth erby erton erley erden".Split(' ');

    private static readonly string[] Yoruba = "Ade Aki Akin Ayo Awo Baba Bami Ala Dada Fa Fagbe Ibi Ige Ogun Oje Oke Ola Olan Olo Olu Olor Omo Onabo Oni Ori Osho Oso Owo Oye Oyin So Tai".Split(' ');

    private static readonly string[] YorubaEnds =
        "banjo bayo bola bisi boye dapo dare deji dele dipo dele dokun fela femi folarin fowora gbenro gbola goke jide jobi kanbi kunle kola lade lana lola leke loye madewa niran nuga niyi pelu rinde rinola sanya sina soji sola sope tade tayo tola tunde tunji wale wande wole wumi yanju yele yemi yinka".Split(' ');

    private static readonly string[] Igbo = "Nwa Oko Eze Onye Chi Chukwu Ama Anya Agu Ibe Ike Oha Ony Uche Ugo Uzo Obi Ogu Umu Ani Aku Eke Ene Mba Oji".Split(' ');

    private static readonly string[] IgboEnds = "biri buike chukwu dike eze gbo gwu ji jiaku kaegbu kwo kwe leke ma meka ndu nna nwanne ocha ogu oji onyia ugo uka wuzie zie zor zue".Split(' ');

    private static readonly string[] Polish =
        "Baj Ban Bar Bat Bed Bel Bor Brod Brzez Buk Chmiel Chod Cis Czaj Czar Czer Dab Dob Dom Drag Drzew Gal Gaw Gaj Glin Gor Grab Grud Grze Jab Jag Jan Jar Jas Jed Kal Kam Kar Kas Klos Kob Kol Kon Kop Kor Kos Kot Kow Koz Kraw Kros Kruk Kub Kuj Kul Lesz Lip Los Lub Maj Mal Mar Mat Maz Mich Miel Mil Mod Mokr Mor Mys Nad Nied Niem Now Ol Orl Os Ostr Pacz Pal Paw Piet Pil Piotr Plon Pod Pol Por Pust Rad Raj Rog Rom Rud Rusz Ryb Sad Sar Sien Sik Skal Skow Slow Smol Sob Sok Sos Star Strz Such Szym Tarn Tom Traw Tur Tyl Urb Wal War Was Wier Wil Wit Woj Wol Wron Wys Zab Zag Zaj Zal Zar Zaw Zbor Ziel Zim".Split(' ');

    private static readonly string[] PolishEnds = "iński owski ewski ecki icki ański alski ak czak czyk ek iak ewicz owicz ko ka ura uch as ała oń ina".Split(' ');

    private static readonly string[] Muslim =
        "Rahman Rahim Karim Aziz Hakim Latif Majid Malik Qadir Ghafoor Hamid Hadi Haq Jabbar Jalil Kareem Khaliq Mateen Quddus Rashid Rauf Razaq Salam Samad Sattar Shakoor Wahab Wahid Wadud Hussain Hassan Ali Abbas Akbar Amin Anwar Asad Ashraf Azam Bashir Din Fazal Haider Iqbal Jamal Kamal Mahmood Mansoor Nabi Nasir Noor Rasool Sadiq Shafiq Sharif Sultan Yaqub Yasin Zaman Zahir".Split(' ');

    private static readonly string[] MuslimFronts = ["Abdul ", "Abdul-", "Abd-ul-", "Abdur ", "Mohammad ", "Mohammed-", "Ghulam ", "Syed ", "Shaikh ", "Mian ", "Al-", "El-", "Bin ", "Abu ", "Khawaja ", "Chaudhry-", "Haji "];

    private static readonly string[] Tamil = "Rama Krishna Siva Mutu Vela Gopala Nada Raja Thanga Selva Kanda Bala Jeya Maha Yoga Ponna Chandra Surya Para Aru Tharma Guna Kula Loga Mano Nava Pathma Ratna Sabesa Sri Theva Vija Kumara Sella Ananda".Split(' ');

    private static readonly string[] TamilEnds = "n nathan moorthy swamy samy rajah rasa lingam singam pillai kumar chandran sekaran velu vel gopal ratnam sundaram palan thasan dasan mani pathy karan rangan".Split(' ');

    private static readonly string[] Indian = "Ahmedabad Bardol Bhaj Bharuch Bulsar Chand Daru Gandev Ghadial Godr Halvad Jamnag Kachh Kandh Kheral Khambh Kuv Loh Lokhand Manek Mah Motiv Nag Navs Pad Palan Pan Poon Porband Rajp Ran Sab Sanj Sopar Sur Tarap Tel Udhan Vach Vad Valsad Vank Vers Wadh Zav".Split(' ');

    private static readonly string[] IndianEnds = "iwala ia wala kar ani ar eria ekar aria vala bhai lal nath ji adia iya andani".Split(' ');

    /// <summary>Surnames of a kind, in an order that depends on nothing but the lists.</summary>
    public static IEnumerable<string> Of(string tail) => tail switch
    {
        "english" => Pairs(Fronts, Ends),
        "yoruba" => Pairs(Yoruba, YorubaEnds).Concat(Pairs(Igbo, IgboEnds)),
        "polish" => Pairs(Polish, PolishEnds),
        "muslim" => Pairs(MuslimFronts, Muslim),
        "tamil" => Pairs(Tamil, TamilEnds),
        "indian" => Pairs(Indian, IndianEnds),
        _ => [],
    };

    // "Hat" and "ton" give "Hatton"; "Cliff" and "ford" give "Clifford".
    private static IEnumerable<string> Pairs(string[] fronts, string[] ends) => fronts.SelectMany(front => ends, (front, end) => front[^1] == end[0] && front.Length > 3 ? front + end[1..] : front + end);
}
