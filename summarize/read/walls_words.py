"""What pages say that stand in the way of an article, by kind; titles are in `walls_titles`.

A phrase of `SURE` says that the rest is not shown; less certain ones are in `walls_hints`.
Regular expressions in verbose form, any case.
"""

from __future__ import annotations

from collections.abc import Mapping

PAYWALL = "paywall"
COOKIES = "cookie wall"
CONSENT = "consent page"
LOGIN = "login page"
CAPTCHA = "captcha"
BLOCKER = "ad-blocker wall"
ERROR = "error page"

SURE: Mapping[str, str] = {
    PAYWALL: r"""
        \b(?:subscrib\w+|subscription|become\ a\ (?:paying\ )?(?:member|subscriber)|free\ trial
          |upgrade
          |membership)\b.{0,60}\b(?:to|and)\ (?:continue|keep|read|view|unlock|access|finish|see
          |get\ (?:full|unlimited))\b
      | (?:continue|keep)\ reading\b.{0,60}(?:subscri|trial|membership|for\ (?:just\ |only\ )?
          [$£€])
      | \b(?:reserved|available|exclusive(?:ly)?|only|open)\ (?:only\ )?(?:for|to)
          \ (?:(?:our|paying|paid|premium|registered|digital)\ )*(?:subscribers|members)\b
      | \b(?:rest|remainder|full\ (?:text|story|article))\b.{0,30}\ (?:for|to)\ (?:our\ )?
          (?:subscribers|members)\b
      | \bfor\ (?:subscribers|members)\ only\b | \bsubscribers?[\ -]only\b
      | \byou(?:['’]ve|\ have)\ (?:reached|used|read|hit|run\ out\ of)\b.{0,40}
          (?:limit|free\ (?:articles?|stor(?:y|ies)))
      | \bto\ (?:read|continue|access|unlock|see|finish)\b.{0,50}\b(?:subscribe|buy\ |purchase
          |pay\ )
      | \bpremium\ (?:article|story|content)\b.{0,30}\b(?:subscri|member)
      | \babonn\w+.{0,60}\b(?:pour|et|afin\ d[e'’])\ ?(?:lire|continuer|poursuivre|accéder
          |découvrir)
      | \br[ée]serv[ée]e?s?\ (?:à|aux)\ (?:nos\ )?(?:abonnés|membres|adhérents)
      | \bpour\ (?:lire|accéder|poursuivre|continuer)\b.{0,60}\babonn
      | \bil\ vous\ reste\ \d+\W{0,3}%\ .{0,30}à\ (?:lire|découvrir)
      | \b(?:suscr[ií]b\w+|hazte\ \w+).{0,60}\bpara\ (?:seguir|continuar|leer|acceder|desbloquear)
      | \b(?:exclusiv[oa]s?|s[óo]lo|reservad[oa]s?|únicamente)\ (?:para|a)\ (?:\w+\ )?
          (?:suscriptores|abonados|socios)
      | \bpara\ (?:seguir|continuar|leer)\b.{0,60}\b(?:suscr|hazte\ (?:socio|premium))
      | \b(?:has|ha)\ (?:alcanzado|superado|leído|agotado)\b.{0,60}(?:límite|gratis|gratuitos)
      | \babo(?:nnieren|nnement|nnent\w*|s)?\b.{0,60}(?:weiter\w*\ ?lesen|weiterlesen|freischalten
          |zu\ lesen|zugang)
      | \b(?:nur|exklusiv|ausschließlich)\ (?:für|mit)\ (?:\w+\ )?(?:abonnent|mitglieder|abo\b)
      | \b(?:weiterlesen|lesen|freischalten)\b.{0,50}\b(?:abo|abonnement|probeabo|abonnieren)\b
      | \b(?:artikel|inhalt|beitrag)\ ist\ (?:kostenpflichtig|abonnenten|exklusiv)
      | \b(?:kostenlose[nr]?|gratis)-?\ ?(?:artikel|beiträge)\b.{0,40}(?:gelesen|aufgebraucht)
      | \bassin(?:e|ar|ando|atura|antes?)\b.{0,60}\bpara\ (?:continuar|ler|acessar|aceder|ter)
      | \bpara\ (?:continuar|ler|acessar)\b.{0,60}\bassin
      | \b(?:exclusiv[oa]s?|apenas|somente|só|reservad[oa]s?)\ (?:para|a
          |aos)\ (?:\w+\ )?assinantes
      | \b(?:atingiu|chegou\ ao|esgotou)\b.{0,60}(?:limite|gratuit[ao]s|grátis)
      | \babbon\w+.{0,60}\bper\ (?:continuare|leggere|accedere)
          | \briservat[oaie]+\ agli\ abbonati
      | \b(?:alleen|exclusief)\ voor\ (?:\w+\ )?abonnees
          | \babonne\w+.{0,40}\bverder\ (?:te\ )?lezen
      | подпи\w+.{0,60}(?:чтобы|продолж|дочитать) | только\ (?:для|по)\ подпис
      | dla\ (?:subskrybentów|prenumeratorów) | (?:yalnızca|sadece)\ abone
      | (?:اشترك|الاشتراك|اشتراك\S*).{0,60}(?:لمتابعة|لمواصلة|لقراءة|للقراءة|للوصول|لإكمال|لفتح)
      | (?:للمشتركين|للأعضاء|لمشتركي\S*)\ .{0,12}(?:فقط|حصر) | (?:حصري|متاح|مخصص
          |محتوى)\S*\ .{0,20}للمشتركين
      | (?:لمتابعة|لمواصلة|لإكمال|لقراءة)\b.{0,50}(?:اشترك|الاشتراك|اشتراك)
      | (?:استنفدت|وصلت\ إلى|بلغت|تجاوزت).{0,40}(?:المجانية|الحد)
      | (?:订阅|訂閱|开通会员|成为.{0,4}会员|购买|付费|付費)
          .{0,20}(?:继续阅读|阅读全文|閱讀全文|繼續閱讀
          |解锁|解鎖|查看全文|阅读更多|可阅读|可閱讀)
      | (?:仅限|仅供|仅对|只限|僅限|专为|僅供).{0,6}(?:订阅|订户|会员|付费|訂戶|會員|訂閱)
      | (?:本文|此文|该文章|内容|文章)[为為是属].{0,6}(?:付费|会员|订阅|付費|會員)
      | (?:继续阅读|阅读全文|繼續閱讀).{0,16}(?:订阅|付费|会员|购买|訂閱)
      | 免费.{0,8}(?:已用完|用尽|上限|已达)
      | (?:有料|会員)(?:会員)?限定 | 続きを(?:読む|お読み).{0,12}(?:登録|購読|会員) | 구독자\ ?전용
    """,
    LOGIN: r"""
        \b(?:(?:log|sign)[\ -]?(?:in|on|up)|register|create\ (?:an?
          |your)\ (?:free\ )?account)\b.{0,50}
          \bto\ (?:continue|read|view|access|keep|see|proceed|unlock)\b
      | \byou\ (?:must|need\ to|have\ to)\ (?:be\ (?:logged|signed|registered)|(?:log|sign)\ in
          |register)
      | \bto\ (?:continue|read|view|access)\b.{0,50}\b(?:(?:log|sign)\ in|register
          |create\ an?\b.{0,8}account)\b
      | \b(?:connectez-vous|identifiez-vous|inscrivez-vous|créez\ (?:un|votre)).{0,50}
          \b(?:pour|afin\ de)\ (?:lire|continuer|poursuivre|accéder|consulter|voir)
      | \bvous\ devez\ (?:être\ (?:connecté|inscrit)|vous\ (?:connecter|identifier|inscrire))
      | \b(?:inici\w+\ (?:tu\ |su\ )?sesión|reg[ií]str\w+|identif[ií]c\w+|cre[ae]\ (?:una|tu
          |su)).{0,50}
          \bpara\ (?:seguir|continuar|leer|ver|acceder)
      | \b(?:debes?|tienes\ que|necesitas?)\ (?:iniciar\ sesión|estar\ registrad|registrar)
      | \b(?:melden\ sie\ sich|loggen\ sie\ sich|melde\ dich|registrieren\ sie\ sich|konto
          |anmelden|einloggen)
          \b.{0,50}\b(?:um|und)\b.{0,50}(?:lesen|fortzufahren|fortfahren|zuzugreifen|zu\ sehen)
      | \b(?:sie\ müssen|du\ musst)\b.{0,30}(?:angemeldet|eingeloggt|anmelden|einloggen
          |registrieren)
      | \b(?:faça\ (?:o\ |seu\ )*login|entre|cadastre-se|regist(?:r)?e-se|inicie\ sessão
          |crie\ (?:uma|sua))
          .{0,50}\bpara\ (?:continuar|ler|acessar|aceder|ver)
      | \bprecisa\ (?:estar\ logado|fazer\ (?:o\ )?login|entrar\ na\ sua\ conta|iniciar\ sessão)
      | \b(?:accedi|registrati)\b.{0,40}\bper\ (?:continuare|leggere)
      | \blog\ in\b.{0,30}\bom\ (?:verder|door)\ te\ (?:lezen|gaan)
      | (?:войдите|авторизуйтесь|зарегистрируйтесь).{0,50}(?:чтобы|для\ (?:чтения|доступа
          |продолжения))
      | (?:سج[لّ]+\ (?:ال)?دخول\S*|تسجيل\ الدخول|أنشئ\ حساب\S*|التسجيل).{0,50}(?:لمتابعة|لمواصلة
          |للمتابعة|لقراءة|للوصول|لعرض)
      | يجب\ (?:عليك\ )?(?:تسجيل\ الدخول|أن\ تكون\ مسجل)
      | (?:登录|登入|登陆|注册|註冊|登錄).{0,8}(?:后|後|才能|即可|继续|繼續|以)
          .{0,10}(?:阅读|閱讀|查看|访问|继续|浏览|全文)
      | 请先?.{0,4}(?:登录|登入|登陆|注册) | 您?(?:需要|必须)(?:先)?(?:登录|登入)
      | ログイン(?:して|が必要|すると) | 로그인(?:이\ 필요|하세요|\ 후)
    """,
    CAPTCHA: r"""
        \b(?:verify|confirm|prove|check|ensure|sure)\b.{0,12}\byou(?:\ are|['’]re)\ (?:a\ )?
          (?:human|(?:not|n['’]t)\ a\ (?:ro)?bot|real)
      | \bi['’]?\ ?a?m\ not\ a\ robot | \bunusual\ (?:traffic|activity)\ (?:from|on|in)\ your
      | \benable\ (?:java\ ?script\ and\ cookies|cookies\ and\ java\ ?script)\b
      | \baccess\ to\ this\ page\ has\ been\ denied | \busing\ automation\ tools
      | \b(?:complete|solve|pass)\ (?:the|this|a)\b.{0,20}(?:captcha|security\ check|challenge
          |puzzle)
      | \bchecking\ (?:your\ browser|if\ the\ site\ connection) | press\ (?:&|and)\ hold
      | \bthink\ (?:that\ )?you\ (?:were|are|might\ be|may\ be)\ a\ (?:ro)?bot | \bray\ id:
      | \breview\ the\ security\ of\ your\ connection
      | \bvous\ (?:êtes\ (?:bien\ )?(?:un\ )?(?:humain|être)|n['’]êtes\ pas\ un\ robot)
      | \bje\ ne\ suis\ pas\ un\ robot | \btrafic\ (?:inhabituel|anormal)\b.{0,40}\bvotre
      | \bactive[rz]\ java\ ?script\ et\ les\ cookies
      | \bno\ (?:eres|soy|es)\ un\ robot | \b(?:que\ )?(?:eres
          |es\ usted)\ (?:un\ )?(?:ser\ )?humano
      | \btráfico\ (?:inusual|sospechoso)\b.{0,30}\b(?:tu|su)\b
          | \bjavascript\ y\ (?:las\ )?cookies
      | \bdass\ (?:sie|du)\ (?:kein\ (?:ro)?bot|ein\ mensch) | \bich\ bin\ kein\ roboter
      | \bungewöhnliche\w*\ (?:datenverkehr|aktivität|zugriffe|anfragen)\b.{0,30}\b(?:ihre|deine)
      | \b(?:sie|du)\ (?:ein\ mensch|kein\ roboter)\ (?:sind|bist) | \bjavascript\ und\ cookies
      | \bnão\ (?:é|sou)\ um\ robô | \bvocê\ é\ (?:um\ )?(?:ser\ )?human[oa]
      | \btráfego\ (?:incomum|suspeito)\b | \bjavascript\ e\ (?:os\ )?cookies
      | \bnon\ sei\ un\ robot | \bgeen\ robot\ bent | (?:вы|я)\ не\ робот | robot\ olmadığınızı
      | (?:لست|ليس)\ (?:برنامج\ )?(?:ال)?روبوت | أنك\ (?:إنسان|بشر|شخص\ حقيقي) | حركة\ (?:مرور
          |زيارات)\ غير\ (?:عادية|معتادة|طبيعية)
      | 不是(?:机器人|機器人) | 人机(?:身份)?验证 | (?:完成|进行|通过).{0,6}(?:安全|滑动|滑块)?验证
      | (?:您的?|你的?).{0,8}(?:异常流量|访问异常|访问过于频繁)
      | 正在检查您的浏览器 | ロボットではありません
    """,
    BLOCKER: r"""
        \b(?:disable|turn\ off|pause|whitelist|deactivate)\b.{0,40}\bad[\ -]?block
      | \bad[\ -]?block\w*\b.{0,40}\b(?:detected|to\ continue|is\ (?:on|active|enabled))
      | \bdésactive[rz]\b.{0,40}\b(?:bloqueur|adblock) | \bdesactiv\w+\b.{0,40}\b(?:bloqueador
          |adblock)
      | \b(?:werbe|ad)-?blocker\b.{0,40}\b(?:deaktivier|ausschalten|abschalten|aus\b)
      | (?:تعطيل|إيقاف|عطل).{0,30}(?:مانع|حاجب)\ (?:ال)?إعلانات
      | (?:关闭|停用|禁用).{0,10}广告(?:拦截|屏蔽)
    """,
    ERROR: r"""
        \b(?:page|article|story|content|link|address|url|file|site
          |resource)\b.{0,30}\byou\b.{0,40}
          \b(?:look(?:ed|ing)\ for|request\w*|try\w*\ to|tried|want\w*|follow\w*|click\w*
          |enter\w*)\b.{0,60}
          (?:\bnot\b|n['’]t\b|no\ longer|moved|removed|deleted|unavailable|missing|gone)
      | \b(?:can['’]?t|cannot|could\ ?n['’]?o?t|unable\ to
          |could\ not)\ (?:seem\ to\ )?find\ (?:the|that|this|what)
          .{0,20}(?:page|article|looking)
      | \b(?:do\ not|don['’]t)\ have\ (?:permission|access)\ to\ (?:access|view|this)
      | \bthis\ (?:article|story|page|content)\ (?:is|has\ been)\ (?:no\ longer\ available
          |removed|deleted)
      | \bnot\ (?:currently\ )?available\ (?:in|to|for)\ (?:your\ (?:country|region|location)
          |.{0,40}\bEEA\b)
      | \b(?:this|our|the)\ (?:site|website|server|service|page)\ is\ (?:temporarily
          |currently)\ (?:un|down|off|not)
      | \b(?:page|article|adresse|contenu)\b.{0,40}\b(?:demandée?|recherche[zr]|cherchez
          |souhaitez)\b.{0,50}
          \b(?:n['’]existe|n['’]est|introuvable|n['’]a|plus|supprimée?|déplacée?)
      | \bvous\ n['’](?:avez\ pas|êtes\ pas)\ .{0,20}(?:permission|autoris|accès|droits)
      | \b(?:página|artículo|contenido|enlace)\b.{0,50}\b(?:busca\w*|solicita\w*
          |intenta\w*)\b.{0,60}
          \b(?:no|eliminad[ao]|movid[ao])\b
      | \bno\ (?:hemos\ podido|pudimos|podemos)\ encontrar\ .{0,20}(?:página|artículo)
      | \bno\ tienes?\ (?:permisos?|acceso|autorización)
      | \b(?:seite|artikel|inhalt|adresse)\b.{0,60}\b(?:nicht\ (?:mehr\ )?(?:gefunden|verfügbar
          |existier\w*|vorhanden|erreichbar)
          |existiert\ (?:leider\ )?nicht)
      | \b(?:keine\ (?:berechtigung|zugriffsrechte))
      | \bpágina\b.{0,50}\b(?:procura\w*|solicit\w*|tent\w*|busca\w*)\b.{0,60}\bnão\b
      | \bnão\ (?:conseguimos|foi\ possível|pudemos)\ encontrar\ .{0,20}(?:página|artigo)
      | \bpagina\b.{0,40}\bnon\ (?:esiste|è\ stata\ trovata)
          | \bpagina\b.{0,40}\bniet\ (?:gevonden|bestaat)
      | (?:запрашиваем|запрошенн)\w+\ страниц\w+.{0,40}(?:не\ |удален)
      | (?:الصفحة|المقال|الرابط|المحتوى)\S*.{0,40}(?:غير\ (?:موجود|متوفر|متاح)|لم\ (?:يتم|تعد
          |يعد)|تم\ (?:حذف|نقل)|لا\ يمكن)
      | (?:ليس\ لديك|لا\ تملك).{0,12}(?:إذن|صلاحية|تصريح)
      | (?:您|你)(?:访问|请求|查找|要找|所找|浏览|訪問).{0,10}(?:页面|頁面|网页|文章|内容|網頁)
          .{0,12}(?:不存在|找不到|已.{0,4}删除
          |未找到|移除)
      | (?:您|你)?没有权限 | お探しのページ | 服务器.{0,10}(?:错误|繁忙|维护)
    """,
}
