"""How letters of other scripts sound, in Latin letters, as names are written from one in the other.

Han holds the characters with which Chinese writes foreign names (after Xinhua's table): few of
them, each for one syllable.
"""

from __future__ import annotations

_ARABIC = {
    "a": "اأإآٱى", "b": "بپ", "t": "تطثةٹ", "g": "جغگ", "k": "كقخک", "d": "دضذڈ", "r": "رڑ",
    "z": "زظژ", "s": "سصشچ", "f": "ف", "l": "ل", "m": "م", "n": "نں", "u": "وؤ", "i": "يئیے",
    "": "ءعهحھہ",
}  # fmt: skip
_CYRILLIC = {
    "a": "аяӑ", "b": "б", "v": "в", "g": "гґ", "d": "д", "e": "еэёє", "zh": "ж", "z": "з",
    "i": "ийыії", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с",
    "t": "т", "u": "ую", "f": "ф", "kh": "х", "ts": "ц", "ch": "ч", "sh": "шщ", "": "ьъ",
    "j": "јђћџ",
}  # fmt: skip
_GREEK = {
    "a": "αά", "v": "β", "g": "γ", "d": "δ", "e": "εέ", "z": "ζ", "i": "ηήιίϊΐυύϋΰ", "t": "θτ",
    "k": "κχ", "l": "λ", "m": "μ", "n": "ν", "x": "ξ", "o": "οόωώ", "p": "π", "r": "ρ", "s": "σς",
    "f": "φ", "ps": "ψ",
}  # fmt: skip
_HEBREW = {
    "a": "א", "b": "ב", "g": "ג", "d": "ד", "u": "ו", "z": "ז", "": "הע", "k": "חכךק", "t": "טת",
    "i": "י", "l": "ל", "m": "מם", "n": "נן", "s": "סש", "f": "פף", "ts": "צץ", "r": "ר",
}  # fmt: skip

# Letters that stand before a name and are no part of it: and, in, to, as, the.
PREFIXES = {
    "arabic": ("ال", "وال", "بال", "لل", "فال", "كال", "و", "ب", "ل", "ف", "ك", "وب", "ول"),
    "hebrew": ("ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "שה"),
}

_HAN = """
a 阿 ai 艾 an 安 o 奥 on 翁昂 e 埃 en 恩 i 伊 in 因英 u 乌 yu 尤 ya 亚雅娅 yan 扬 ye 耶叶 yo 约
b 布 ba 巴 bai 拜 ban 班 bao 鲍宝 be 贝 ben 本 bo 博 ber 伯 bi 比 bin 宾 bu 布
p 普 pa 帕 pai 派 pan 潘 pao 保 pe 佩彼 pen 彭 pi 皮 pin 平 po 波坡 pon 蓬庞
d 德 da 达 dai 戴 dan 丹 dao 道 den 登邓 di 迪 din 丁 do 多 don 东 du 杜 dun 敦顿
t 特 ta 塔 tai 泰 tan 坦 tao 陶 ten 滕 ti 蒂提 tin 廷 to 托 ton 通 tu 图
g 格 ga 加 gai 盖 gan 甘 gao 高 gen 根 gi 吉 go 戈 gon 贡冈 gu 古 gui 圭 gua 瓜
k 克 ka 卡 kai 凯 kan 坎 kao 考 ko 科 ken 肯 ki 基 kin 金 kon 孔康 ku 库 kui 奎 kun 昆 kua 夸
h 赫 ha 哈 hai 海 han 汉 hao 豪 he 黑 hen 亨 hi 希 hin 欣 ho 霍 hon 洪 hu 胡 hua 华 hui 惠
f 弗夫 fa 法 fan 范 fe 费 fen 芬 fi 菲 fo 福 fu 富
va 瓦娃 van 万 ve 韦 ven 文 vi 维威 vin 温 vo 沃 vu 武 wu 伍 wai 怀
s 斯茨兹什 sa 萨莎沙夏扎察查 sai 赛 san 桑尚赞钱 sao 绍 se 塞瑟色谢泽切 sen 森申曾琴 si 西锡齐奇施
sin 辛 so 索肖佐乔 son 松宗 su 苏舒祖丘楚 sui 绥 sun 孙 je 杰 ja 贾 jo 焦 ju 朱 jon 琼 jan 詹
la 拉 lai 莱 lan 兰 lao 劳 le 勒雷蕾 len 伦 li 利里莉丽 lin 林琳 lo 洛罗 lon 隆龙 lu 卢鲁路露
r 尔厄
m 姆 ma 马玛 mai 迈麦 man 曼 mao 毛茅 me 梅默 men 门 mi 米 min 明 mo 莫 mon 蒙 mu 穆缪
na 纳娜 nai 奈 nan 南 nao 瑙 ne 内 nen 嫩 ni 尼妮 nin 宁 no 诺 non 农 nu 努
"""


def _by_letter(*tables: dict[str, str]) -> dict[int, str]:
    return {
        ord(letter): sound
        for table in tables
        for sound, letters in table.items()
        for letter in letters
    }


def _by_syllable(table: str) -> dict[str, str]:
    parts = table.split()
    return {
        letter: sound
        for sound, letters in zip(parts[::2], parts[1::2], strict=True)
        for letter in letters
    }


LETTERS = _by_letter(_ARABIC, _CYRILLIC, _GREEK, _HEBREW)
HAN = _by_syllable(_HAN)
