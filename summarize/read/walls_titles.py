"""Titles and headings of pages that stand in the way of an article, by kind.

Regular expressions in verbose form, of a whole title without the name of the site, any case.
"""

from __future__ import annotations

from collections.abc import Mapping

from summarize.read.walls_words import BLOCKER, CAPTCHA, CONSENT, COOKIES, ERROR, LOGIN, PAYWALL

TITLES: Mapping[str, str] = {
    ERROR: r"""
        (?:error\ |http\ |erreur\ |fehler\ |erro\ |errore\ |ошибка\ |خطأ\ |错误\ |エラー\ )?
          \(?(?:40[0-9]|410|429|451|50[0-4]|52\d)\)?
          (?:\W{0,4}(?:error|erreur|fehler|erro|errore|ошибка|خطأ|错误|エラー))?(?:\W.{0,50})?
      | (?:(?:sorry|oops|uh-oh|oh\ no)\W+)?
        (?:the\ |this\ |your\ |that\ )?(?:page|site|article|story|url|content|file)\b.{0,20}
          (?:not\ (?:be\ )?found|n['’]t\ (?:be\ )?found|unavailable|not\ available
          |no\ longer.{0,20}
            |does(?:\ not|n['’]t)\ exist|missing|gone|removed|expired)
      | (?:not\ found|access\ denied|forbidden|(?:bad|temporary)\ gateway|gateway\ time-?out
          |(?:internal\ )?server\ error|service\ (?:temporarily\ )?unavailable|bad\ request
          |(?:application\ |unexpected\ )?error|something\ went\ wrong|too\ many\ requests
          |(?:site\ |website\ )?(?:under|down\ for)\ maintenance|(?:scheduled\ )?maintenance
          |we['’]ll\ be\ (?:right\ )?back.{0,20}|account\ suspended|site\ not\ found
          |unavailable\ (?:for|due\ to)\ legal\ reasons|oops.{0,30})
      | page\ (?:non\ trouvée|introuvable|inexistante)|accès\ (?:refusé|interdit)|introuvable
      | (?:erreur\ (?:interne|du\ serveur).{0,30})|service\ (?:temporairement\ )?indisponible
      | (?:la\ )?página\ no\ (?:encontrada|existe|disponible)|acceso\ denegado|no\ encontrad[ao]
      | (?:servicio\ no\ disponible|error\ (?:interno|del\ servidor).{0,30})
      | (?:die\ )?seite\ (?:(?:wurde\ )?nicht\ gefunden|nicht\ verfügbar|existiert\ nicht)
      | zugriff\ verweigert|nicht\ gefunden|(?:interner\ )?serverfehler|wartungsarbeiten
      | (?:dienst|service)\ nicht\ verfügbar
      | (?:a\ )?página\ não\ (?:foi\ )?(?:encontrada|existe|disponível)|acesso\ negado
      | (?:serviço\ indisponível|erro\ (?:interno|do\ servidor).{0,30})|não\ encontrad[ao]
      | pagina\ (?:non\ trovata|niet\ gevonden)|accesso\ negato|toegang\ geweigerd
      | страница\ не\ (?:найдена|существует)|доступ\ (?:запрещ[её]н|ограничен)
      | nie\ znaleziono\ strony|strona\ nie\ (?:została\ znaleziona|istnieje)|sayfa\ bulunamadı
      | (?:عذرا\S{0,2}\s*)?(?:الصفحة\ غير\ (?:موجودة|متوفرة|متاحة)|لم\ يتم\ العثور\ على\ الصفحة)
      | (?:تم\ )?(?:رفض\ الوصول|الوصول\ مرفوض)|(?:خطأ\ في\ الخادم.{0,30})
      | .{0,8}(?:页面|頁面|网页|網頁|文章)(?:不存在|未找到|找不到|已删除|无法访问).{0,8}
      | (?:抱歉|对不起).{0,20}(?:不存在|找不到|未找到|错误).{0,10}|找不到(?:页面|網頁|网页)|拒绝访问
      | .{0,8}(?:服务器(?:内部)?错误|访问被拒绝|禁止访问|服务不可用)
      | (?:お探しの)?ページ(?:が|は)見つかりません.{0,10}|アクセスが拒否されました
      | không\ tìm\ thấy\ trang|trang\ không\ tồn\ tại|페이지를\ 찾을\ 수\ 없습니다
    """,
    CAPTCHA: r"""
        just\ a\ moment\W* | attention\ required\W.{0,20} | (?:are\ you\ (?:a\ )?(?:human
          |robot)\W*)
      | (?:please\ )?(?:verify|confirm|prove)\ (?:that\ )?you(?:\ are|['’]re)\ (?:a\ )?(?:human
          |not).{0,20}
      | (?:human|bot|security|browser)\ (?:verification|check|challenge)|security\ check.{0,20}
      | pardon\ our\ interruption\W* | ddos.{0,3}\ protection.{0,20}
      | checking\ (?:your\ browser|if\ the\ site).{0,40} | (?:re)?captcha.{0,20}
      | one\ more\ step\W*
      | un\ instant\W* | vérification\ (?:de\ sécurité|humaine).{0,30} | êtes-vous\ un\ robot\W*
      | un\ momento\W* | verificación\ (?:de\ seguridad|humana).{0,30}
      | ¿?eres\ (?:un\ robot|humano)\W* | ¿?es\ usted\ un\ robot\W*
      | nur\ einen\ moment\W* | (?:einen\ moment)\W* | sicherheits(?:überprüfung|abfrage|check)
      | sind\ sie\ ein\ (?:mensch|roboter)\W*
      | (?:só\ )?um\ momento\W* | verificação\ (?:de\ segurança|humana).{0,30}
      | você\ é\ um\ robô\W*
      | (?:подтвердите|проверка)\W.{0,30}(?:робот|человек).{0,10}|проверка\ безопасности
      | (?:التحقق\ (?:من\ )?(?:الأمان|الأمني|أنك).{0,30}) | هل\ أنت\ (?:روبوت|إنسان)\W*
      | (?:安全|人机)(?:验证|检查|校验)|(?:请)?(?:完成)?验证.{0,4}(?:您|你)不是机器人.{0,4}
      | 请稍候\W*
    """,
    LOGIN: r"""
        (?:please\ )?(?:log|sign)[\ -]?(?:in|on|up)(?:\ (?:to|or|with|for|now|required)\b.{0,50})?
      | login(?:\ (?:page|required))? | (?:create|register)(?:\ (?:an?|your
          |for))?\ .{0,12}account.{0,20}
      | member\ login | welcome\ back\W* | (?:se\ connecter|connexion|identification
          |identifiez-vous)
          (?:\W.{0,40})?
      | (?:connectez-vous|s['’]identifier|créer\ (?:un|votre)\ compte).{0,40}
      | (?:iniciar|inicie|inicia)\ (?:tu\ |su\ )?sesión.{0,40} | acceso(?:\ de)?\ usuarios
      | (?:crear|crea|cree)\ (?:una\ |tu\ |su\ )?cuenta.{0,30} | identifícate.{0,30}
      | (?:anmelden|anmeldung|einloggen|registrieren|registrierung)(?:\W.{0,40})?
      | (?:bitte\ )?(?:melden\ sie\ sich\ an|loggen\ sie\ sich\ ein|melde\ dich\ an).{0,30}
      | (?:entrar|fazer\ login|faça\ (?:seu\ )?login|acesse\ sua\ conta
          |criar\ conta)(?:\W.{0,40})?
      | (?:accedi|inloggen|zaloguj\ się|logowanie|giriş\ yap|войти|вход|авторизация)(?:\W.{0,40})?
      | (?:تسجيل\ الدخول|سجل\ الدخول|إنشاء\ حساب)(?:\W.{0,40})?
      | (?:请)?(?:用户|会员|帐号|账号)?(?:登录|登入|登陆|注册|註冊)(?:\W.{0,20}|页面?|后.{0,10})?
      | ログイン.{0,20} | 로그인.{0,10} | đăng\ nhập.{0,20}
    """,
    CONSENT: r"""
        before\ you\ continue.{0,40} | (?:manage\ )?(?:your\ )?(?:privacy|consent)
          \ (?:settings|preferences|choices|options|manager|matters.{0,20})|your\ privacy.{0,30}
      | we\ (?:value|care\ about|respect)\ your\ privacy\W* | consent(?:\ required)?
      | avant\ (?:de\ continuer|d['’]accéder).{0,40} | (?:paramètres|choix)\ de\ confidentialité
      | (?:votre\ vie\ privée|le\ respect\ de\ votre\ vie).{0,40} | votre\ consentement.{0,20}
      | antes\ de\ (?:continuar|ir).{0,40} | (?:tu|su)\ privacidad.{0,30}
      | (?:valoramos|respetamos)\ (?:tu|su)\ privacidad | (?:sua)\ privacidade.{0,30}
      | bevor\ sie\ (?:fortfahren|weiter).{0,40} | (?:ihre|deine)\ privatsphäre.{0,30}
      | (?:datenschutz|privatsphäre)-?einstellungen|einwilligung(?:\W.{0,30})?
      | (?:zustimmung\ erforderlich|mit\ werbung\ (?:weiter)?lesen.{0,30})
      | خصوصيتك.{0,20}|إعدادات\ الخصوصية|(?:您的)?隐私(?:设置|选择|偏好).{0,6}
    """,
    COOKIES: r"""
        (?:accept|allow|enable|manage|our\ use\ of|we\ use|this\ (?:site
          |website)\ uses)\ .{0,12}cookies?.{0,30}
      | cookies?\ (?:consent|wall|settings|preferences|policy|notice|are\ (?:disabled|required))
      | (?:gestion|gérer|accepter|paramètres)\ .{0,12}cookies?.{0,20}
      | (?:configuración|aceptar|uso)\ .{0,8}cookies?.{0,20} | cookie-?(?:einstellungen|hinweis
          |zustimmung)
      | (?:definições|configurações|aceitar|uso)\ .{0,8}cookies?.{0,20}
      | ملفات\ تعريف\ الارتباط.{0,20} | .{0,6}cookies?.{0,3}(?:设置|政策|同意).{0,4}
    """,
    PAYWALL: r"""
        (?:subscribe|become\ a\ (?:subscriber|member)|join)(?:\ (?:now|today|to|for)\b.{0,50})?
      | (?:subscribers?|members?)[\ -](?:only|exclusive).{0,30} | subscription\ (?:required
          |options|plans)
      | (?:choose|select)\ (?:your|a)\ (?:plan|subscription).{0,20}
      | (?:abonnez-vous|s['’]abonner|réservé\ aux\ abonnés|article\ réservé.{0,30}
          |offres\ d['’]abonnement)(?:\W.{0,40})?
      | (?:suscríb[ae]\w*|suscripción|solo\ (?:para\ )?suscriptores|contenido\ (?:exclusivo
          |premium))(?:\W.{0,40})?
      | (?:jetzt\ )?(?:abonnieren|abo\ (?:bestellen|abschließen|testen).{0,20}
          |nur\ für\ abonnenten|abo-angebote)
      | (?:assine(?:\ (?:já|agora|para.{0,40}))?|assinatura
          |(?:conteúdo\ )?exclusiv[oa]\ para\ assinantes.{0,20})
      | (?:اشترك\ (?:الآن|لمتابعة.{0,30})|للمشتركين\ فقط.{0,20}|محتوى\ (?:حصري|مدفوع).{0,30})
      | .{0,8}(?:订阅(?:以|后|解锁|即可).{0,12}|(?:会员|付费|订户|訂戶)(?:专享|内容|文章|阅读|專享))
      | (?:оформите\ подписку|только\ для\ подписчиков).{0,30} | 有料会員限定.{0,10}
    """,
    BLOCKER: r"""
        .{0,30}ad[\ -]?block(?:er|ing)?s?\b.{0,30} | .{0,20}bloqueur\ de\ publicité.{0,20}
      | .{0,20}bloqueador\ de\ (?:anuncios|publicidad).{0,20} | .{0,20}werbeblocker.{0,30}
      | .{0,10}مانع\ الإعلانات.{0,20} | .{0,10}广告(?:拦截|屏蔽).{0,10}
    """,
}
