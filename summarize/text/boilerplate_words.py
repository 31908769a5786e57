"""What an outlet says of itself, its pictures and its pages: never news, by shape.

`HINTS` are plain strings one of which stands in every match of `BOILERPLATE`: they are found ten
times faster than the pattern.
"""

from __future__ import annotations

BOILERPLATE = r"""(?xi)
    \b(?: subscribe | sign\ up\ (?:for|to|here|now|today|below) | newsletters? | read\ more
      | click\ (?:here|to|on) | opens\ in\ (?:a\ )?new\ window | tap\ here | swipe\ (?:left|right)
      | all\ rights\ reserved | contributed\ (?:to\ this\ (?:report|story|article)|reporting)
      | (?:reporting|writing|additional\ reporting|editing)\ by\ \p{L}+\ \p{L}+
      | follow\ .{2,30}\ on\ (?:twitter|facebook|instagram|social|x\b) | follow\ us | like\ us\ on
      | (?:scroll|see)\ (?:down|below|above)\ (?:for|to) | story\ continues\ below
      | (?:file\ )?photo(?:graph)?s?\ (?:by|credit|courtesy|via) | file\ photo
      | image\ (?:copyright|caption|credit|source)
      | (?:is|are)\ (?:seen|pictured)\ (?:in|at|on|before|during|after|here|near|outside|with)
      | media\ caption | getty\ images | shutterstock
      | (?:ap|reuters|afp)\ photo | (?:photo|image|picture|video)\ courtesy\ of
      | (?:this|the)\ (?:story|article|post)\ (?:was|has\ been|will\ be)\ (?:\w+\ )?
        (?:updated|corrected|amended)
      | this\ (?:story|article|post|material)\ (?:was|may\ not\ be)\ (?:\w+\ )?
        (?:published|produced|edited|reproduced|republished)
      | (?:this\ is|it\ is)\ a\ (?:developing|breaking)\ (?:news\ )?story
      | (?:check|come)\ back\ (?:here\ )?(?:for|later|soon)\b | (?:stay|keep)\ tuned\ (?:for|to)
      | (?:an\ )?earlier\ version\ of\ this | advertisement\b(?=[.:])
      | (?:send|email)\ (?:us|your|tips|story\ ideas) | contact\ the\ (?:reporter|writer|author)
      | is\ asked\ to\ (?:call|contact) | (?:are|is)\ urged\ to\ (?:call|contact|email)\ (?:the\ )?
        (?:police|crime|tips|\d)
      | abonnez-vous | inscrivez-vous | tous\ droits\ réservés | lire\ aussi | lire\ la\ suite
      | crédit\ photo | suscríbase | suscríbete | todos\ los\ derechos | lea\ también | lee\ también
      | leer\ más | abonnieren\ sie | mehr\ zum\ thema | lesen\ sie\ (?:auch|mehr)
      | alle\ rechte\ vorbehalten | leia\ (?:mais|também) | todos\ os\ direitos | inscreva-se
      | assine\ (?:já|agora|nossa) | xem\ thêm | đọc\ thêm | ảnh\ minh\ họa | ảnh\ chụp\ màn\ hình
    )\b
    | © | \(?(?:read|see|watch|find)\ (?:it|them|more)\ here\b | \(photo | \[photo | ^file\s?[-–—]
    | \b(?:photos?|images?|pictured?|captions?|credits?|foto|ảnh|nguồn)\s?:
    | اقرأ\ أيضا | اشترك\ في | جميع\ الحقوق | مزید\ پڑھیں | جملہ\ حقوق | यह\ भी\ पढ़ें | और\ पढ़ें
    | सर्वाधिकार | सब्सक्राइब | 责任编辑 | 版权所有 | 点击查看 | 延伸阅读 | 未经授权 | 关注我们的
    | 無断転載 | 続きを読む | 関連記事 | あわせて読みたい
"""

# What follows the words under a picture: "(Mara Quill / Staff photographer)".
CREDIT = r"""(?xi)
    [(\[] [^()\[\]]{0,80}
    (?: photo | image | getty | associated\ press | / \s* (?:ap|afp|reuters|epa|staff)\b )
"""

HINTS = (
    "subscribe", "sign up", "newsletter", "read more", "click", "opens in", "tap here", "swipe",
    "rights reserved", "contributed", "reporting by", "writing by", "editing by", "follow",
    "like us", "video", "scroll", "see below", "see down", "see above", "continues", "photo",
    "image", "caption", "picture", "credit", "getty", "shutterstock", "updated", "corrected",
    "published", "amended", "produced", "edited", "developing", "breaking", "come back",
    "check back", "tuned", "earlier version", "advertisement", "send us",
    "send your", "send tips", "send story", "email", "contact", "asked to", "urged to", "vous",
    "droits", "lire", "crédit", "suscríb", "derechos", "lea también", "lee también", "leer más",
    "foto", "abonnieren", "thema", "lesen", "rechte", "leia", "direitos", "inscreva", "assine",
    "thêm", "ảnh", "nguồn", "©", "file", "اقرأ", "اشترك", "الحقوق", "مزید", "جملہ", "पढ़ें",
    "सर्वाधिकार", "सब्सक्राइब", "责任", "版权", "点击", "延伸", "未经", "关注", "無断", "続き", "関連",
    "あわせて", "it here", "them here", "more here",
    "is seen", "are seen", "reproduced", "republished",
)  # fmt: skip
