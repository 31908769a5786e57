"""What is mostly said by pages that stand in the way of an article, and by others too.

Two different `HINTS` say as much as one phrase that is sure. Of `ADDRESSED`, walls of cookies and
consent are made: an article about such things does not speak to its reader so. Regular expressions
in verbose form, any case.
"""

from __future__ import annotations

from collections.abc import Mapping

from summarize.read.walls_words import BLOCKER, CAPTCHA, ERROR, LOGIN, PAYWALL

HINTS: Mapping[str, tuple[str, ...]] = {
    PAYWALL: (
        r"already\ (?:a\ )?(?:subscriber|member|subscribed)|déjà\ abonnée?|ya\ (?:eres|soy"
        r"|es)\ suscriptor"
        r"|(?:schon|bereits)\ abonnent|já\ (?:é|sou)\ assinante|مشترك\ بالفعل|لديك\ اشتراك"
        r"|已(?:经)?是(?:会员|订阅)|已(?:经)?订阅",
        r"(?:[$£€¥]\s?\d|\d\s?[$£€¥]|US\$).{0,20}(?:month|week|year|mois|semaine|mes\b|semana"
        r"|mês|monat|woche|شهر|月)",
        r"unlimited\ (?:digital\ )?access|accès\ illimité|acceso\ ilimitado|unbegrenzter?\ zugang"
        r"|acesso\ ilimitado|وصول\ غير\ محدود|无限(?:制)?(?:访问|阅读)",
        r"cancel\ any\ ?time|sans\ engagement|cancel\w+\ (?:en\ cualquier|quando)"
        r"|jederzeit\ kündbar"
        r"|الإلغاء\ في\ أي|随时取消",
        r"\bsubscribe\ now|free\ trial|abonnez-vous|suscríbete|jetzt\ abonnieren|assine\ (?:já"
        r"|agora)"
        r"|اشترك\ الآن|立即订阅",
    ),
    LOGIN: (
        r"(?:forgot(?:ten)?|reset|lost)\ (?:your\ |my\ )?password|mot\ de\ passe\ (?:oublié"
        r"|perdu)"
        r"|(?:olvid\w+)\ .{0,12}contraseña|(?:passwort|kennwort)\ vergessen"
        r"|esquec\w+\ .{0,12}senha"
        r"|نسيت\ كلمة|忘记密码|忘記密碼|забыли\ пароль|password\ dimenticata|wachtwoord\ vergeten"
        r"|パスワードを.{0,3}忘れ",
        r"\bno\ account|have\ an\ account|new\ (?:user|here)\b|pas\ (?:encore\ )?de\ compte"
        r"|pas\ encore\ inscrit"
        r"|tienes?\ (?:una\ )?cuenta|noch\ kein|tem\ (?:uma\ )?conta|لديك\ حساب|没有(?:账|帐)[号户]"
        r"|нет\ аккаунта",
        r"remember\ me|(?:keep|stay)\ .{0,6}(?:logged|signed)\ in|se\ souvenir\ de\ moi"
        r"|rester\ connecté"
        r"|rec(?:o|ué)rda\w*me|mantener\ .{0,8}sesión|angemeldet\ bleiben|lembrar[\ -]|تذكرني"
        r"|记住我|自动登录|запомнить\ меня",
        r"(?:continue|(?:log|sign)\ in)\ with\ (?:google|facebook|apple)|(?:avec|con|mit"
        r"|com)\ google\b",
        r"\bpassword|mot\ de\ passe|contraseña|passwort|kennwort|\bsenha\b|كلمة\ (?:المرور"
        r"|السر)|密码|密碼|пароль|パスワード",
    ),
    CAPTCHA: (
        r"\bcaptcha", r"\bcloudflare\b|\bray\ id\b|\bincident\ id\b", r"\brobots?\b|روبوت|机器人"
        r"|\bbots?\b",
        r"enable\ (?:java\ ?script|cookies)|active[rz]\ java|aktivieren\ .{0,12}java"
        r"|habilit\w+\ .{0,8}java|启用.{0,4}javascript",
    ),
    BLOCKER: (),
    ERROR: (
        r"(?:check|mistyped|verif\w+|vérifie\w+|überprüfen|prüfen|comprueb\w+"
        r"|confira).{0,24}(?:url|address|adresse|dirección|link|endereço)"
        r"|检查.{0,6}(?:网址|地址)|(?:تحقق|تأكد)\ من\ (?:ال)?(?:رابط|عنوان)",
        r"(?:back|return|go|retour\w*|volver|vuelve|zurück|voltar|volte)\b.{0,12}\b(?:home"
        r"|start|accueil|inicio|startseite|início|homepage|front\ page|portada"
        r"|página\ inicial)\w*"
        r"|(?:العودة|عد|الرجوع)\ إلى\ .{0,12}الرئيسية|返回首页|返回主页|на\ главную",
        r"\berror\ (?:code|\d{3})|\b(?:40[34]|50[0234])\b|erreur\ \d{3}|fehler(?:code)?\ \d{3}"
        r"|reference\ (?:\#|id)|错误(?:代码|码)|رمز\ الخطأ",
        r"try\ again|réessaye[rz]|(?:inténte\w+|intentar)\ .{0,20}(?:nuevo|tarde)"
        r"|versuchen\ sie\ es|tente\ novamente|حاول\ مرة|(?:稍后|请)再?重?试",
        r"went\ wrong|technical\ (?:difficult|problem|issue)|une\ erreur\ (?:est|s['’]est)"
        r"|algo\ salió\ mal|schiefgelaufen|deu\ errado|حدث\ خطأ|出错了?",
    ),
}  # fmt: skip
ADDRESSED = r"""
    \b(?:we|our|this\ (?:site|website|page))\b.{0,40}\b(?:cookies|partners|vendors
          |personal\ data|privacy)\b
  | \b(?:you|your)\b.{0,40}\b(?:consent|cookies|choices|privacy|preferences|personal\ data
          |browser|device)\b
  | \b(?:accept|reject|refuse|allow|manage|decline|agree)\b.{0,20}\b(?:all|cookies|settings
          |preferences|options|continue)\b
  | \binformation\ on\ a\ device | \blegitimate\ interest | \bpersonali[sz]ed\ (?:ads
          |advertising|content)
  | \b(?:nous|nos|notre|ce\ site)\b.{0,50}\b(?:cookies|partenaires|traceurs|données)
  | \b(?:vous|vos|votre)\b.{0,50}\b(?:consent\w+|cookies|choix|confidentialité|données
          |préférences|terminal|appareil)
  | \b(?:accepter|refuser|gérer|paramétrer|continuer\ sans)\b.{0,24}\b(?:tout|cookies|accepter
          |choix|continuer)
  | \bnosotros\b.{0,40}(?:cookies|socios) | \b(?:utilizamos|usamos|este\ sitio
          |nuestros)\b.{0,50}(?:cookies|socios|datos)
  | \b(?:tu|tus|su|sus|puede|puedes)\b.{0,40}\b(?:consentimiento|cookies|privacidad|preferencias
          |datos|navegador|dispositivo)
  | \b(?:acept\w+|rechazar|gestionar|configurar)\b.{0,20}\b(?:todo|todas|cookies|continuar
          |opciones|preferencias)
  | \b(?:wir|unsere[rn]?|diese\ (?:website|seite))\b.{0,60}(?:cookies|partner|daten|dritt)
  | \b(?:sie|ihre?[rn]?|du|deine?)\b.{0,60}(?:einwillig|zustimm|cookies|datenschutz|privatsphäre
          |einstellung|daten\b|gerät)
  | \b(?:alle|cookies|auswahl)\ (?:cookies\ )?(?:akzeptieren|ablehnen|zulassen|verwalten
          |bestätigen)
  | \b(?:akzeptieren|zustimmen)\ und\b | \beinstellungen\ (?:verwalten|anpassen)
  | \b(?:nós|nossos|este\ site|usamos)\b.{0,50}(?:cookies|parceiros|dados)
  | \b(?:você|seu|sua|seus|suas)\b.{0,40}(?:consentimento|cookies|privacidade|preferências|dados
          |navegador|dispositivo)
  | \b(?:aceitar|rejeitar|recusar|gerenciar|gerir)\b.{0,20}(?:tud|todos|cookies|continuar|opções
          |preferências)
  | (?:نستخدم|نحن|شركاؤنا|يستخدم\ هذا\ الموقع|هذا\ الموقع).{0,40}(?:ملفات\ تعريف|الكوكيز|كوكيز
          |شركا|بيانات)
  | (?:موافقت|خصوصيت|تفضيلات|بيانات|جهاز|متصفح|اختيارات)ك | (?:قبول|رفض|إدارة)\ .{0,12}(?:الكل
          |جميع|ملفات|التفضيلات|الإعدادات)
  | (?:我们|本站|本网站|合作伙伴|我們).{0,24}(?:cookie|合作伙伴|个人数据|隐私|个人信息)
  | (?:您|你)的?.{0,12}(?:同意|隐私|设备|偏好|选择
          |cookie|浏览器)
  | (?:接受|拒绝|管理|同意).{0,6}(?:全部|所有|cookie|偏好|设置|并继续)
  | (?:мы|наш\w*|этот\ сайт)\b.{0,40}(?:cookie|партн[её]р|данны) | (?:принять|отклонить
          |настроить)\b.{0,12}(?:вс[её]|cookie)
"""
COOKIE = r"cookie|ملفات\ تعريف|كوكيز"
