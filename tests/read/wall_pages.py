"""Made pages that stand in the way of an article: what each is, its title and its body."""

from __future__ import annotations

TEASERS = {
    "en": "<p>The harbour council of Orlen met until midnight over the plan for a second quay.</p>"
    "<p>Members of both parties said that the price of 40 million crowns was too high, and that"
    " nobody had asked the fishermen who would lose their moorings to it.</p>",
    "fr": "<p>Le conseil du port d'Orlen a siégé jusqu'à minuit sur le projet d'un second quai.</p>"
    "<p>Des élus des deux camps ont jugé trop élevé le prix de 40 millions de couronnes, et"
    " regretté que les pêcheurs n'aient pas été entendus.</p>",
    "es": "<p>El consejo del puerto de Orlen se reunió hasta medianoche por el segundo muelle.</p>"
    "<p>Miembros de ambos partidos dijeron que el precio de 40 millones de coronas era demasiado"
    " alto y que nadie había preguntado a los pescadores.</p>",
    "de": "<p>Der Hafenrat von Orlen tagte bis Mitternacht über den Plan für einen zweiten Kai.</p>"
    "<p>Mitglieder beider Parteien sagten, der Preis von 40 Millionen Kronen sei zu hoch, und"
    " niemand habe die Fischer gefragt, die ihre Liegeplätze verlieren.</p>",
    "pt": "<p>O conselho do porto de Orlen reuniu-se até à meia-noite sobre o segundo cais.</p>"
    "<p>Membros de ambos os partidos disseram que o preço de 40 milhões de coroas era alto demais"
    " e que ninguém ouviu os pescadores.</p>",
    "ar": "<p>اجتمع مجلس ميناء أورلن حتى منتصف الليل لبحث خطة بناء رصيف ثان في المدينة.</p>"
    "<p>وقال أعضاء من الحزبين إن كلفة الأربعين مليون كرونة مرتفعة جدا وإن أحدا لم يسأل"
    " الصيادين الذين سيفقدون أماكن قواربهم.</p>",
    "zh": "<p>奥伦港务委员会就第二码头计划开会至午夜。</p>"
    "<p>两党委员均表示，四千万克朗的造价过高，而且没有人征求过将失去泊位的渔民的意见，"
    "会议最后没有作出任何决定，下次会议定于四月举行。</p>",
}
FORM = "<form><input name='u' placeholder='{0}'><input type='password'><button>{1}</button></form>"
HEAD = "Council split over quay - Valley Ledger"
PAGES: tuple[tuple[str, str, str, str], ...] = (
    (
        "paywall",
        "en",
        HEAD,
        "{t}<h2>Subscribe to continue reading</h2><p>From 2 crowns a week.</p>",
    ),
    ("paywall", "en", HEAD, "{t}<div>This article is for subscribers only.</div><a>See plans</a>"),
    ("paywall", "en", HEAD, "{t}<p>You have read all your free articles this month.</p>"),
    ("paywall", "fr", HEAD, "{t}<p>Cet article est réservé aux abonnés.</p><a>Je m'abonne</a>"),
    ("paywall", "fr", HEAD, "{t}<p>Abonnez-vous dès 1 € pour lire la suite de cet article.</p>"),
    ("paywall", "es", HEAD, "{t}<p>Contenido exclusivo para suscriptores</p><a>Suscríbete</a>"),
    ("paywall", "es", HEAD, "{t}<p>Suscríbete por 1 € al mes para seguir leyendo.</p>"),
    ("paywall", "de", HEAD, "{t}<p>Jetzt abonnieren und weiterlesen</p><p>Monatlich kündbar</p>"),
    ("paywall", "de", HEAD, "{t}<p>Dieser Inhalt ist nur für Abonnenten.</p>"),
    ("paywall", "pt", HEAD, "{t}<p>Conteúdo exclusivo para assinantes. Assine já.</p>"),
    ("paywall", "ar", HEAD, "{t}<p>هذا المقال متاح للمشتركين فقط</p><a>اشترك الآن</a>"),
    ("paywall", "zh", HEAD, "{t}<p>订阅后继续阅读全文</p><p>已经是会员？请登录</p>"),
    ("login page", "en", "Log in | Valley Ledger", FORM.format("Email", "Log in")),
    ("login page", "en", HEAD, "{t}<p>Create a free account or sign in to keep reading.</p>"),
    ("login page", "fr", "Connexion - Valley Ledger", FORM.format("Adresse e-mail", "Valider")),
    ("login page", "fr", HEAD, "{t}<p>Connectez-vous gratuitement pour lire la suite.</p>"),
    ("login page", "es", "Iniciar sesión", FORM.format("Correo", "Entrar")),
    ("login page", "de", "Anmelden – Talbote", FORM.format("E-Mail", "Anmelden")),
    (
        "login page",
        "de",
        "Talbote",
        "<p>Passwort vergessen?</p><p>Noch kein Konto?</p>" + FORM.format("E-Mail", "Weiter"),
    ),
    ("login page", "ar", "تسجيل الدخول", FORM.format("البريد", "دخول")),
    ("login page", "zh", "用户登录", FORM.format("手机号", "登录")),
    ("login page", "pt", HEAD, "{t}<p>Faça seu login para continuar lendo.</p>"),
    (
        "captcha",
        "en",
        "Just a moment...",
        "<p>Verifying you are human. This may take a moment.</p>",
    ),
    ("captcha", "en", "valley.example", "<h1>Are you a robot?</h1><p>Press and hold.</p>"),
    ("captcha", "fr", "valley.example", "<p>Confirmez que vous n'êtes pas un robot.</p>"),
    ("captcha", "es", "valley.example", "<p>Confirma que no eres un robot para seguir.</p>"),
    ("captcha", "de", "valley.example", "<p>Bestätigen Sie, dass Sie kein Roboter sind.</p>"),
    ("captcha", "zh", "安全验证", "<p>请完成验证后继续访问。</p>"),
    ("error page", "en", "404 Not Found", "<h1>Not Found</h1><p>nginx</p>"),
    ("error page", "en", "Page not found - Valley Ledger", "<p>Most read today</p><ul>{l}</ul>"),
    (
        "error page",
        "en",
        "Valley Ledger",
        "<h1>Oh dear</h1><p>The page you are looking for has been moved or deleted.</p>",
    ),
    ("error page", "en", "Access Denied", "<p>You don't have permission to access this.</p>"),
    ("error page", "fr", "Page introuvable", "<p>Retour à l'accueil</p>"),
    ("error page", "es", "Página no encontrada", "<p>Volver a la portada</p>"),
    ("error page", "de", "Seite nicht gefunden", "<p>Zurück zur Startseite</p>"),
    ("error page", "ar", "الصفحة غير موجودة", "<p>العودة إلى الصفحة الرئيسية</p>"),
    ("error page", "zh", "页面不存在", "<p>返回首页</p>"),
    ("ad-blocker wall", "en", HEAD, "{t}<p>Please disable your ad blocker to read on.</p>"),
    (
        "cookie wall",
        "en",
        "Valley Ledger",
        "<p>We and our 412 partners store and access cookies on your device to show personalised"
        " ads. You can accept all cookies or manage your choices. Your consent applies to this"
        " website only, and you can withdraw your consent at any time.</p><button>Accept</button>",
    ),
    (
        "cookie wall",
        "fr",
        "Le Val",
        "<p>Nous et nos partenaires utilisons des cookies pour vous proposer des publicités. Vous"
        " pouvez accepter tous les cookies ou gérer vos choix. Votre consentement est valable six"
        " mois et vous pouvez modifier vos préférences.</p>",
    ),
    (
        "cookie wall",
        "es",
        "El Valle",
        "<p>Utilizamos cookies propias y de nuestros socios para analizar su navegación. Puede"
        " aceptar todas las cookies o configurar sus preferencias. Su consentimiento puede"
        " retirarse cuando quiera.</p>",
    ),
    (
        "cookie wall",
        "de",
        "Talbote",
        "<p>Wir und unsere Partner verwenden Cookies, um Ihnen Werbung zu zeigen. Sie können alle"
        " Cookies akzeptieren oder ablehnen. Ihre Einwilligung können Sie jederzeit in den"
        " Einstellungen widerrufen.</p>",
    ),
    (
        "cookie wall",
        "ar",
        "الوادي",
        "<p>نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لعرض الإعلانات. يمكنك قبول الكل أو إدارة"
        " التفضيلات. ويمكنك سحب موافقتك في أي وقت.</p>",
    ),
    ("consent page", "en", "Before you continue to Valley", "<p>Choose what we may keep.</p>"),
    ("consent page", "de", "Ihre Privatsphäre", "<p>Bitte treffen Sie eine Auswahl.</p>"),
)
