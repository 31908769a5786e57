"""Function words by language: they carry no content and tell the language of a text.

Each word stands as `words.fold` leaves it (lower case, straight apostrophe, no possessive 's, no
elided article: "it's" is "it", "I'll" is "ll"). Negations are not in the lists, for they turn a
fact round; the contracted ones ("don't") are, for "do" stands in them too. A form of "say" is in
the lists of en, fr and es, since half the sentences of a news text hold one.
"""

from __future__ import annotations

_LISTS: dict[str, str] = {
    "en": """
        a about above across after again all also although am among an and another any are
        aren't around as at away back be became because become been before behind being below
        between both but by came can can't cannot could couldn't d did didn't do does doesn't
        doing don't down during each either even ever every few for from further get got had
        hadn't has hasn't have haven't having he he'd he'll her here hers herself him himself
        his how however i if in into is isn't it it'd it'll its itself just let like ll m many
        may me might mine more most much must mustn't my myself of off on once one only onto or
        other others ought our ours ourselves out over own per perhaps quite rather re really
        said same say saying says shall she she'd she'll should shouldn't since so some still
        such t than that that'd that'll the their theirs them themselves then there there'd
        these they they'd they'll they're they've this those though through thus to together too
        toward towards under until up upon us ve very via was wasn't we we'd we'll we're we've
        were weren't what when where whether which while who who'd who'll whom whose why will
        with within won't would wouldn't yet you you'd you'll you're you've your yours yourself
        yourselves""",
    "fr": """
        a afin ai ailleurs ainsi alors après as au auprès aussi autre autres aux auxquels
        avaient avait avant avec avez avoir avons ayant aura auraient aurait auront bien c car
        ce ceci cela celle celles celui cependant certains ces cet cette ceux chaque chez ci
        comme comment contre d dans de depuis des dès désormais deux devant dit doit doivent
        donc dont du durant elle elles en encore enfin entre envers es est et étaient était
        étant été êtes être eu eux fait faire fois font hors hui il ils j je jusqu jusque l la
        là laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma
        mais malgré me même mêmes mes moi moins mon n notamment nos notre nous on ont or ou où
        par parce parmi pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourrait
        pourtant près puis puisqu puisque qu quand que quel quelle quelles quelque quelques
        quels qui quoi s sa sauf se selon sera seraient serait seront ses si sien soi soient
        soit sommes son sont sous souvent suis sur t ta tandis tant te tel telle telles tels tes
        toi ton tous tout toute toutefois toutes très trop tu un une va vers voici voilà vont
        vos votre vous vu y""",
    "es": """
        a ahora al algo alguna algunas alguno algunos algún ambos ante antes aquel aquella
        aquellas aquello aquellos aquí así aun aunque aún bastante bien cada casi como con
        contra cual cuales cualquier cuando cuanto cuya cuyo cuál cómo da de debe deben debido
        del demás dentro desde después dice dicho dijeron dijo donde dos durante e el ella ellas
        ello ellos en encima entonces entre era eran eres es esa esas ese eso esos esta estaba
        estaban estado estamos estar estas este esto estos estoy está están fue fuera fueron ha
        haber había habían hace hacen hacer hacia han hasta hay haya he hemos hizo hubo incluso
        la las le les lo los luego mas me mediante mi mientras mis misma mismas mismo mismos
        mucha muchas mucho muchos muy más mí nos nosotros nuestra nuestro nuestros o os otra
        otras otro otros para pero poco podría podrían por porque pues puede pueden que quien
        quienes qué quién se sea sean según ser sería serán será si sido siempre siendo sino
        sobre solo somos son soy su sus suya suyo sólo tal tales también tan tanto te tenía
        tenían tener tiene tienen toda todas todavía todo todos tras tu tus tuvo tú u un una
        unas uno unos usted ustedes va van varias varios vez y ya yo él""",
    "de": """
        ab aber alle allem allen aller alles als also am an ander andere anderem anderen anderer
        anderes auch auf aus bei beim bereits bin bis bist da dabei dadurch dafür dagegen daher
        damit danach dann daran darauf daraus darin darum darunter darüber das dass davon davor
        dazu dein deine dem den denen denn dennoch der deren derer des deshalb dessen desto dich
        die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen
        einer eines einige einigen einiger einmal er erst es etwa etwas euch euer für gab gegen
        gegenüber gerade gewesen gibt ging habe haben hat hatte hatten hier hin hinter ich ihm
        ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins ist ja jede jedem jeden
        jeder jedes jedoch jene jetzt kann kommt konnte konnten können könnte könnten lassen mal
        man manche mehr mein meine mich mir mit muss musste mussten möchte müssen nach nachdem
        neben noch nun nur ob oder schon sehr sei seien sein seine seinem seinen seiner seines
        seit sich sie sind so sogar solche sollen sollte sollten sondern sonst soll sowie trotz
        um und uns unser unsere unter viel viele vom von vor war waren warum was wegen weil
        weiter welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir
        wird wo wobei wohl wollen wollte wollten worden wurde wurden während würde würden zu zum
        zur zwar zwischen über""",
    "pt": """
        a agora ainda alguma algumas alguns algum além ambos ante antes ao aos apenas após
        aquela aquelas aquele aqueles aquilo aqui as assim até através bem cada como com
        conforme contra contudo cuja cujo da daquele das de dela delas dele deles depois desde
        dessa desse desta deste deve devem devido disse do dois dos durante e ela elas ele eles
        em embora enquanto entre era eram essa essas esse esses esta estamos estar estas estava
        estavam este estes estou está estão eu fazer faz ficou foi for foram fosse há isso isto
        já la lhe lhes lo logo mais mas me mediante menos mesma mesmas mesmo mesmos meu meus
        minha muita muitas muito muitos na naquele nas nela nele nessa nesse nesta neste no nos
        nossa nosso num numa nós o onde os ou outra outras outro outros para pela pelas pelo
        pelos perante pode podem poderia poderá pois por porque portanto porém pouco própria
        próprio qual quais qualquer quando quanto que quem se segundo seja sejam sempre sendo
        ser seria seriam será serão seu seus si sido sob sobre sua suas só também tanto te tem
        ter teria teve tinha tinham toda todas todavia todo todos tu tua tudo têm um uma umas
        uns vai vem vez você vocês vos vão à às é""",
    "it": """
        a abbia abbiamo ad adesso agli ai al alcuna alcune alcuni alla alle allo allora altra
        altre altri altro anche ancora anzi appena attraverso avere avesse aveva avevano avrebbe
        avrà avuto ben bene c che chi ci ciascuno ciò circa coi col come comunque con contro
        così cui d da dagli dai dal dalla dalle dallo davanti degli dei del dell della delle
        dello dentro deve devono di dice dietro dopo dove due dunque durante e ecco ed egli era
        erano essa esse essendo essere essi ha hai hanno ho i il in infatti infine inoltre
        insieme intanto invece io l la le lei li lo loro lui lungo m ma me meno mentre mi mia
        mie miei mio molta molte molti molto negli nei nel nella nelle nello noi nostra nostri
        nostro o od ogni oltre oppure ora per perché perciò però più poi poiché possono potrebbe
        poco presso prima proprio può pure qua quale quali quando quanto quasi quella quelle
        quelli quello quei quel quell quest questa queste questi questo qui quindi s sarebbe
        sarebbero saranno sarà se sebbene secondo sei sempre si sia siamo siano sono sopra sotto
        stata state stati stato stesso stessa sta stanno su sua sue sugli sui sul sulla sulle
        sullo suo suoi tale tali tanto te ti tra tramite troppo tu tua tutta tutte tutti tutto
        tuttavia un una uno va vari verso vi viene vengono voi vostro è""",
    "nl": """
        aan af al alle als alleen ander andere anders bij binnen boven bijna ben bent buiten
        daar daarom daarna dan dat de deze die dit doch doen door dus echter een eens eerst elk
        elke en er enkele ervan erop even ge gedurende geweest had hadden heb hebben heeft hem
        hen het hier hij hoe hun iemand iets ik in is ja je jij jou jouw jullie kan kon konden
        kunnen langs maar me mede meer men met mij mijn moest moet moeten mocht mogen na naar
        nadat nog nu of om omdat onder ons onze ook op over per reeds rond sinds sommige straks
        te tegen ten ter terwijl tijdens toch toen tot tussen u uit uw vaak van vanaf veel via
        volgens voor vooral voordat waar waarom waarin was wat we wel welke werd werden wie wij
        wil wilde worden wordt zal ze zeer zei zelf zich zij zijn zo zoals zou zouden zowel
        zulke""",
    "ar": """
        أحد أخرى أكثر ألا أم أما أمام أن أنا أنه أنها أنهم أو أول أي أيضا إذ إذا إلا إلى إن إنه
        إنها الا التي الذي الذين الى اللذان اللواتي اللاتي ان انه انها او اي ايضا اذا آخر آخرين
        بأن بأنه بأنها بان بسبب بشأن بشكل بعد بعدما بعض بل بما به بها بهذا بهذه بهم بين بينما
        تحت تكون تم ثم جدا جميع حتى حول حيث حين حينما خلال داخل ذات ذلك رغم سوف سيتم سيكون ضمن
        على علي عليه عليها عليهم عن عند عندما عنه عنها فإن فان فقد فقط فهو فوق في فيما فيه فيها
        فيهم قال قالت قبل قد كافة كان كانت كانوا كذلك كل كلا كلما كما كي كيف لأن لأنه لدى لديه
        لديها لذلك لكل لكن لكنه له لها لهذا لهذه لهم لو ما ماذا مازال مثل مع معه معها مما من منذ
        منه منها منهم نحن نحو نفس نفسه نفسها هؤلاء هذا هذان هذه هكذا هل هم هنا هناك هو هي و
        وأضاف وأن وأنه وأوضح وإن واحد والتي والذي وان وبعد وبين وتم وذلك وسط وعلى وعن وفي وقال
        وقالت وقبل وقد وكان وكانت وكذلك وكل وكما ولكن وله ولها ومع ومن ومنها وهذا وهذه وهو وهي
        يتم يكون يمكن كون سيما ذاته عبر وفق وفقا وراء""",
    "ur": """
        آپ آتا آتی آتے آیا آئی آئے اب ابھی اپنا اپنی اپنے اتنا اتنی اتنے اس اسی اسے اگر البتہ ان
        انہوں انہی انہیں اور اوپر ایسا ایسی ایسے ایک باعث بارے بعد بعض بھی بہت بیچ پاس پر پھر پہ
        پہلے تاکہ تاہم تب تک تم تمام تو تھا تھی تھیں تھے جا جاتا جاتی جاتے جانا جانے جائے جائیں
        جب جبکہ جتنا جس جسے جن جنہوں جنہیں جو جہاں جیسا جیسی جیسے چاہیے چکا چکی چکے چونکہ
        حالانکہ خود دو دوران دوسرا دوسری دوسرے دونوں دی دیا دیتا دیتی دیتے دیگر دیں دے ذریعے رکھ
        رہا رہی رہے زیادہ ساتھ سامنے سب سکتا سکتی سکتے سکے سوائے سے طرح طرف طور علاوہ کا کافی کب
        کبھی کچھ کر کرتا کرتی کرتے کرنا کرنے کریں کرے کس کسی کن کو کون کوئی کہ کہا کہاں کہتے کی
        کیا کیسے کیلئے کیوں کیونکہ کے گا گئی گئے گی گیا گے لئے لگا لیا لیکن لیے لے مجھے مزید
        مطابق مگر میرا میری میرے میں نے نیچے نیز و والا والی والے وجہ وغیرہ وقت وہ وہاں وہی ویسے
        ہم ہمارا ہماری ہمارے ہمیں ہو ہوا ہوئی ہوئے ہوتا ہوتی ہوتے ہونا ہونے ہوں ہی ہے ہیں یا
        یعنی یہ یہاں یہی""",
    "hi": """
        अंदर अगर अन्य अपना अपनी अपने अब अभी आदि आप इतना इतनी इन इनका इनकी इनके इनमें इन्हें इन्होंने इस इसका
        इसकी इसके इसमें इसलिए इसी इसे उन उनका उनकी उनके उनको उनसे उनमें उन्हें उन्होंने उस उसका उसकी उसके उसको
        उसने उसमें उससे उसी उसे ऊपर एक एवं ऐसा ऐसी ऐसे ओर और कई कब कर करता करते करती करना करने करें कहा कहाँ
        का काफी कि कितना किन किया किस किसी किसे की कुछ के को कोई कौन क्या क्यों क्योंकि खुद गई गए गया
        चाहिए चुका चुकी चुके जब जबकि जहां जहाँ जा जाए जाता जाती जाते जाना जाने जिन जिनके जिन्हें जिस जिसका
        जिसकी जिसके जिसमें जिसे जैसा जैसे जो तक तथा तब तरह तहत ताकि तुम तो था थी थीं थे दिया दी दूसरे दे देता
        देने दो दोनों द्वारा नीचे ने पर परंतु पहले पास फिर बहुत बाद बारे बीच भी मगर मुझे में मेरा मेरी मेरे मैं यदि
        यह यहां यहाँ यही या यानी ये रखा रहा रही रहे लगा लिए लिया ले लेकिन लेकर व वह वहां वहाँ वही वाला
        वाली वाले वे वो सकता सकती सकते सब सभी साथ सामने से हम हमारा हमारी हमारे हमें ही हुआ हुई हुए हूँ हूं हे है
        हैं हो होगा होगी होंगे होता होती होते होना होने गयी गये दौरान लिये""",
    "vi": """
        ai anh bao bên bị bởi bằng cả các cái càng cần chỉ chị cho chính chúng chứ chiếc có cô
        con còn cũng của cùng cứ dù do đã đang đâu để đến đều đi điều đó đối được đấy em gần gì
        giữa hay hãy hầu hết họ hoặc hơn kể khi khác khiến kia lại là làm lên lúc luôn lẫn mà
        mặc mình mỗi một mọi mới muốn nay này nào nên nếu ngay ngoài người như nhưng nhiên nhiều
        nhau nhằm những nó nơi nữa ông ở phải qua quá ra rằng rất riêng rồi sau sao sẽ số song
        sự ta tại tất theo thế thêm thì thể thật tới tôi từ từng trên trong tuy trước trở và vài
        vào vẫn vậy về vì việc với vừa vốn xuống ấy bà đây khoảng đồng lần cách""",
    "zh": """
        的 了 在 是 和 与 及 或 也 都 就 而 但 并 被 把 让 向 从 对 对于 于 由 以 为 这 那 其 之
        者 所 上 下 中 内 外 后 前 里 个 们 我 你 他 她 它 将 会 能 可 要 有 还 又 再 更 最 很
        已 曾 说 着 过 到 给 等 各 每 该 此 称 则 且 若 如 因 虽 只 才 吗 呢 吧 啊 我们 你们
        他们 她们 它们 这个 那个 这些 那些 这样 那样 这里 那里 一个 一些 一种 自己 以及 因为
        所以 但是 而且 或者 如果 虽然 然而 并且 由于 关于 根据 为了 通过 随着 可以 可能 能够
        应该 已经 正在 曾经 还是 就是 也是 都是 的是 同时 此外 其中 其他 之后 之前 以后 以前
        之间 以来 什么 怎么 目前 表示 进行 的一 了一 是一 在一 有的 是在 他的 她的 们的 的人
        这一 在这 的这""",
    "ja": """
        の に は を が と で も へ や か ね よ な て た だ し れ さ い る す ら り ば ず まで
        から より など だけ ほど しか こそ さえ でも する した して され れた てい いる いた
        った って ます まし です でし ある あっ あり なっ なる なり こと もの とき これ それ
        あれ この その あの ここ そこ どこ では には とは への での との にも とも ため また
        かし そし たち よう うに うな につ つい いて によ よる れて られ せる いう とい おり
        ても ので のに のは のが のを だっ だと たと たが たの るこ とが とを 一方 同じ 及び""",
    "ru": """
        а более больше будет будто будут был была были было быть в вам вас ведь весь во вот все
        всего всех всю вы где да даже для до другой другие его ее её ей ему если есть еще ещё же
        за здесь и из или им иногда их к как какая какой когда конечно которая которого которое
        которой которые которых который кто куда ли лишь лучше между меня мне много может можно
        мой моя мы на над надо нас него нее ней них но ну о об один одна однако он она они оно
        от перед по под после потом потому почти при про раз разве с сам свои своей своего своих
        свою себе себя сейчас со совсем так также такой там тебя тем теперь то тогда того тоже
        той только том тот ту ты у уже хотя чего чей чем через что чтобы чуть эта эти этих это
        этого этой этом этот эту я является""",
    "tr": """
        acaba ama ancak arada arasında artık aslında ayrıca az bana bazı belki ben beri bile bir
        biraz biri birkaç biz böyle bu buna bunda bundan bunlar bunu bunun burada bütün çok çoğu
        çünkü da daha dahi de defa diye dolayı edecek eden eder edilen etmek etti fakat gibi
        göre hakkında halen hangi hatta hem henüz hep hepsi her herkes için içinde ile ilgili
        ise işte itibaren kadar karşı kendi kendine ki kim kimse mı mi mu mü nasıl ne neden
        nerede o olan olarak oldu olduğu olduğunu olmak olması olsa olup olur on ona ondan onlar
        onların onu onun öyle oysa pek rağmen sadece sanki şey siz sonra şöyle şu tarafından tüm
        üzere ve veya ya yani yapılan yer yine zaten""",
    "pl": """
        a aby ale aż bardzo bo bowiem by był była było były być będzie będą bądź co coraz czy
        czyli dla dlaczego dlatego do gdy gdyby gdzie gdyż go i ich ile im inne innych iż ja jak
        jako jakie jaki je jeden jednak jednym jego jej jemu jest jestem jeszcze jeśli jeżeli
        już każdy kiedy kilka kto która które którego której który których którzy lecz lub ma
        mają mi mnie może można mu my na nad nam nas natomiast nawet nich nim niż o obok od on
        ona one oni oraz oto po pod podczas ponad ponieważ poza przed przede przez przy są się
        siebie sobie swoje swoich ta tak także tam te tego tej ten teraz też to tu tych tylko
        tym u w we wam was więc wiele wśród wszystko wszystkie z za zaś ze że""",
    "sv": """
        all alla allt att av bara bli blev blir båda de dem den denna deras dess dessa det detta
        dig din dina ditt du där då efter efteråt eftersom eller en ens er era ett från för före
        genom ha hade han hans har hela hennes hon honom hos hur här i in innan inom ja jag ju
        kan kom kommer kunde kunna man med medan mellan men mer mest mig min mina mitt mot
        mycket måste många ni nu när och också om oss på redan samma samt sedan sen sig sin sina
        sitt ska skall skulle som så sådan till trots under upp ut vad var vara varit varje vars
        vem vi via vid vilka vilken vilket vill än ännu är även åt över""",
}

STOPWORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _LISTS.items()
}
