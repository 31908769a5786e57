"""Units and currencies by their signs and words, in the languages whose numbers are read."""

from __future__ import annotations

# Before the number; the sign of a currency that several countries share stands for the largest.
CURRENCY_BEFORE = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "R$": "BRL", "Mex$": "MXN", "$": "USD", "€": "EUR", "£": "GBP",
    "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₪": "ILS", "₦": "NGN",
    "฿": "THB", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "Rs.": "rupees", "Rs": "rupees",
    "CHF": "francs", "INR": "INR", "JPY": "JPY", "CNY": "CNY", "CN¥": "CNY", "RMB": "CNY",
    "NT$": "TWD", "रु.": "rupees", "रु": "rupees",
}  # fmt: skip

# After the number, folded. Kept apart by spaces; a shape may hold "\s" and "[...]".
UNITS_AFTER: tuple[tuple[str, str], ...] = (
    (
        r"percentage points?|points? de pourcentage|puntos? porcentuale?s?|prozentpunkten?"
        r"|pontos? percentua(?:l|is)|个百分点|百分点|نقاط مئوية|نقطة مئوية|प्रतिशत अंक|điểm phần trăm"
        r"|فیصد پوائنٹس?|процентн\w+ пункт\w*",
        "points",
    ),
    (r"basis points?|points? de base|puntos? básicos?", "basis points"),
    (
        r"%|per ?cent|pct|pour cent|por ciento|por cento|prozent|procent|per cento|процент\w*"
        r"|فیصد|प्रतिशत|फ़ीसदी|फीसदी|بالمئة|في المئة|بالمائة|في المائة|phần trăm|پرسنٹ|پرسینٹ|परसेंट",
        "%",
    ),
    (
        r"(?:u\.?s\.?|american) dollars?|dollars? américains?"
        r"|dólares? (?:estadounidenses?|americanos?)|us-dollars?|دولار أمريكي|美金",
        "USD",
    ),
    (r"australian dollars?|dollars? australiens?|dólares? australianos?|澳元|澳大利亚元", "AUD"),
    (
        r"canadian dollars?|dollars? canadiens?|dólares? canad(?:ienses?|enses?)|加元|加拿大元",
        "CAD",
    ),
    (r"港元|港币|hong kong dollars?", "HKD"),
    (r"新台币|台币|taiwan dollars?", "TWD"),
    (r"cents?|centimes?|céntimos?|centavos?", "cents"),
    (r"dollars?|dólar(?:es)?|usd|美元|دولار\w*|डॉलर|ڈالرز?|доллар\w*|đô la(?: mỹ)?|đôla", "USD"),
    (r"euros?|eur|€|欧元|يورو|यूरो|یورو|евро|ơ-rô", "EUR"),
    (
        r"pounds? sterling|livres? sterling|libras? esterlinas?|£|英镑"
        r"|pfund sterling|جنيه\w* إسترليني\w*",
        "GBP",
    ),
    (r"yens?|ienes?|日元|日圓|円|येन|иен\w?|yên|ين(?: ياباني)?", "JPY"),
    (r"yuans?|renminbi|人民币|元|युआन|یوآن|يوان|юан\w+|nhân dân tệ", "CNY"),
    (
        r"rupees?|roupies?|rupias?|rupien|रुपये|रुपए|रुपयों|रुपया|روپے|روپیہ|روپیے|روبية|卢比|рупи\w+",
        "rupees",
    ),
    (r"roubles?|rubles?|rublos?|rubel|рубл\w+|卢布|रूबल|روبل|rúp", "roubles"),
    (r"đồng|vnd|vnđ", "dong"),
    (r"韩元", "KRW"),
    (r"pesos?", "pesos"),
    (r"francs?|francos?", "francs"),
    (r"crowns?|kronor|kroner|couronnes?|coronas?", "crowns"),
    (r"riyals?|dirhams?|dinars?|shekels?|reais|rand|naira|shillings?|lira|won(?= |$)", ""),
    (r"cubic met(?:er|re)s?|mètres? cubes?|metros? cúbicos?", "cubic metres"),
    (r"square met(?:er|re)s?|mètres? carrés?|metros? cuadrados?", "square metres"),
    (
        r"(?:square|sq\.?) (?:kilomet(?:er|re)s?|km)|km²|kilomètres? carrés?"
        r"|kilómetros? cuadrados?",
        "square km",
    ),
    (r"square miles?", "square miles"),
    (r"square f(?:ee|oo)t", "square feet"),
    (
        r"km/h|kph|kilomet(?:er|re)s? (?:per|an) hour|kilomètres? à l'heure|kilómetros? por hora",
        "km/h",
    ),
    (r"mph|miles? (?:per|an) hour", "mph"),
    (
        r"kilomet(?:er|re)s?|kilomètres?|kil[óô]metros?|quil[óô]metros?|kilometern|km|公里|千米"
        r"|كيلومتر\w*|किलोमीटर|کلومیٹر|километр\w*|cây số",
        "km",
    ),
    (r"centimet(?:er|re)s?|centimètres?|centímetros?|cm", "cm"),
    (r"millimet(?:er|re)s?|millimètres?|milímetros?|mm", "mm"),
    (r"met(?:er|re)s?|mètres?|metros?|metern|米|مترا?|أمتار|मीटर|میٹر|метр\w*|mét", "metres"),
    (r"miles?|meilen?|milles|millas?|milhas?|英里", "miles"),
    (r"f(?:ee|oo)t|ft", "feet"),
    (r"inch(?:es)?", "inches"),
    (r"yards?", "yards"),
    (r"acres?", "acres"),
    (r"hectares?|hectáreas?", "hectares"),
    (r"metric tons?|tonnes?|toneladas?|tonnen?|吨|टन|ٹن|тонн\w?|tấn|أطنان|طنا?", "tonnes"),
    (r"tons?", "tons"),
    (
        r"kilograms?|kilos?|kilogrammes?|kilogramm|quilos?|kg|公斤|千克|كيلوغراما?|किलो(?:ग्राम)?|کلو(?:گرام)?|килограмм\w*",
        "kg",
    ),
    (
        r"pounds?|lbs?|pfund|livres?|libras?|پاؤنڈز?|पाउंड|фунт\w*(?: стерлингов)?"
        r"|bảng(?: anh)?|جنيه\w*",
        "pounds",
    ),
    (r"lit(?:er|re)s?|litros?", "litres"),
    (r"gallons?", "gallons"),
    (r"barrels?|barils?|barriles", "barrels"),
    (r"megawatts?|mw", "MW"),
    (r"gigawatts?|gw", "GW"),
    (
        r"°\s?[CF]?|℃|℉|(?:degrees?|degrés?|grados?|graus?|grad)(?: (?:celsius|fahrenheit|c|f))?"
        r"|摄氏度|độ c",
        "degrees",
    ),
    (
        r"seconds?|secs?|secondes?|segundos?|sekunden?|秒|ثانية|ثوان|सेकंड|سیکنڈ|секунд\w?|giây",
        "seconds",
    ),
    (r"minutes?|mins?|minutos?|minuten?|分钟|دقيقة|دقائق|मिनट|منٹ|минут\w?|phút", "minutes"),
    (
        r"hours?|hrs?|heures?|horas?|stunden?|小时|ساعة|ساعات|घंटे?|घंटों|گھنٹے|گھنٹوں|час(?:а|ов)|giờ",
        "hours",
    ),
    (r"days?|jours?|días?|dias?|tagen?|天|أيام|يوما?|दिनों?|दिन|دنوں|دن|дн(?:я|ей)|ngày", "days"),
    (
        r"weeks?|semaines?|semanas?|wochen?|周|星期|أسابيع|أسبوعا?|हफ़?्तों?|हफ़?्ते|सप्ताह|ہفتے|ہفتوں|недел\w+|tuần",
        "weeks",
    ),
    (
        r"months?|mois|mes(?:es)?|mês|monaten?|monat|个月|أشهر|شهور|شهرا?|महीनों?|महीने|ماہ|مہینے|مہینوں|месяц\w*|tháng",
        "months",
    ),
    (
        r"years?|yrs?|ans|années?|años?|anos?|jahren?|jahre|岁|歲|年|عاما?|أعوام|سنة|سنوات|साल|वर्षों?|वर्ष"
        r"|سال|برس|лет|год(?:а|ов)?|tuổi|năm",
        "years",
    ),
    (r"decades?", "decades"),
)
_OTHER_MONEY = (
    "CNY roubles pesos francs crowns cents dong TWD riyal riyals dirham dirhams dinar dinars "
    "shekel shekels reais rand naira shilling shillings lira won"
)
# A sign of two currencies that are told apart where a word names them.
AMBIGUOUS = {"¥": "¥"}
MONEY = frozenset({*CURRENCY_BEFORE.values(), *AMBIGUOUS.values(), *_OTHER_MONEY.split()})
# A sign or word that is short for any of them: "$" in Australia, "pounds" of money.
CURRENCY_FAMILIES = (
    *(frozenset({"USD", other}) for other in ("AUD", "CAD", "NZD", "HKD", "SGD", "TWD")),
    frozenset({"INR", "rupees"}),
    frozenset({"GBP", "pounds"}),
    frozenset({"¥", "JPY"}),
    frozenset({"¥", "CNY"}),
)
