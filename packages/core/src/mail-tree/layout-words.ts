/** What a starter layout says. Braces are variables of the template. */
export interface LayoutWords {
  subject: string;
  title: string;
  lines: readonly string[];
  button: string;
  /** The small print at the end. */
  foot: string;
}

/** Mails that many begin with. */
export const LAYOUTS = ['welcome', 'shipped', 'offer', 'password'] as const;
/** A starter layout. */
export type Layout = (typeof LAYOUTS)[number];

/** The words of each layout by language. */
export const LAYOUT_WORDS: Readonly<Record<string, Readonly<Record<Layout, LayoutWords>>>> = {
  en: {
    welcome: {
      subject: 'Welcome, {{ name }}',
      title: 'Welcome, {{ name }}',
      lines: [
        'Your account is ready.',
        'Three things are worth doing first: complete your profile, look around, and tell us what you need.',
      ],
      button: 'Begin',
      foot: 'You get this mail because you opened an account with us.',
    },
    shipped: {
      subject: 'Your order {{ order }} is on its way',
      title: 'On its way',
      lines: [
        'Hi {{ name }},',
        'your order <b>{{ order }}</b> has left our warehouse. You can follow it until it is at your door.',
      ],
      button: 'Follow the parcel',
      foot: 'Something is wrong with your order? Answer this mail.',
    },
    offer: {
      subject: '{{ discount }} off for you, {{ name }}',
      title: '{{ discount }} off',
      lines: ['Hi {{ name }},', 'for a few days you pay {{ discount }} less for everything in our shop.'],
      button: 'See the offer',
      foot: 'You get this mail because you asked for our news.',
    },
    password: {
      subject: 'Choose a new password',
      title: 'Choose a new password',
      lines: ['Hi {{ name }},', 'somebody asked for a new password for your account. If that was you, choose one now.'],
      button: 'Choose a password',
      foot: 'If it was not you, do nothing: your password stays as it is. Never pass this mail on.',
    },
  },
  zh: {
    welcome: {
      subject: '{{ name }}，欢迎你',
      title: '{{ name }}，欢迎你',
      lines: ['你的账户已经可以使用。', '建议先做三件事：完善个人资料，四处看看，告诉我们你需要什么。'],
      button: '开始使用',
      foot: '你收到这封邮件，是因为你在我们这里开通了账户。',
    },
    shipped: {
      subject: '订单 {{ order }} 已发货',
      title: '已发货',
      lines: ['{{ name }}，你好：', '你的订单 <b>{{ order }}</b> 已离开仓库，送达之前可以随时查看进度。'],
      button: '查看物流',
      foot: '订单有问题？直接回复这封邮件。',
    },
    offer: {
      subject: '{{ name }}，为你优惠 {{ discount }}',
      title: '优惠 {{ discount }}',
      lines: ['{{ name }}，你好：', '这几天，店内所有商品为你优惠 {{ discount }}。'],
      button: '查看优惠',
      foot: '你收到这封邮件，是因为你订阅了我们的消息。',
    },
    password: {
      subject: '设置新密码',
      title: '设置新密码',
      lines: ['{{ name }}，你好：', '有人为你的账户申请了新密码。如果是你本人，请现在设置。'],
      button: '设置密码',
      foot: '如果不是你本人，无需操作，密码不会改变。请勿转发这封邮件。',
    },
  },
  es: {
    welcome: {
      subject: 'Te damos la bienvenida, {{ name }}',
      title: 'Te damos la bienvenida, {{ name }}',
      lines: [
        'Tu cuenta está lista.',
        'Conviene empezar por tres cosas: completar tu perfil, echar un vistazo y contarnos qué necesitas.',
      ],
      button: 'Empezar',
      foot: 'Recibes este correo porque abriste una cuenta con nosotros.',
    },
    shipped: {
      subject: 'Tu pedido {{ order }} está en camino',
      title: 'En camino',
      lines: [
        'Hola, {{ name }}:',
        'tu pedido <b>{{ order }}</b> ha salido de nuestro almacén. Puedes seguirlo hasta que llegue a tu puerta.',
      ],
      button: 'Seguir el paquete',
      foot: '¿Hay algún problema con tu pedido? Responde a este correo.',
    },
    offer: {
      subject: '{{ discount }} de descuento para ti, {{ name }}',
      title: '{{ discount }} de descuento',
      lines: ['Hola, {{ name }}:', 'durante unos días tienes {{ discount }} de descuento en toda la tienda.'],
      button: 'Ver la oferta',
      foot: 'Recibes este correo porque pediste nuestras novedades.',
    },
    password: {
      subject: 'Elige una contraseña nueva',
      title: 'Elige una contraseña nueva',
      lines: [
        'Hola, {{ name }}:',
        'alguien ha pedido una contraseña nueva para tu cuenta. Si has sido tú, elígela ahora.',
      ],
      button: 'Elegir contraseña',
      foot: 'Si no has sido tú, no hagas nada: tu contraseña sigue igual. No reenvíes nunca este correo.',
    },
  },
  pt: {
    welcome: {
      subject: 'Boas-vindas, {{ name }}',
      title: 'Boas-vindas, {{ name }}',
      lines: [
        'Sua conta está pronta.',
        'Vale começar por três coisas: completar seu perfil, dar uma olhada e contar do que você precisa.',
      ],
      button: 'Começar',
      foot: 'Você recebe este e-mail porque abriu uma conta conosco.',
    },
    shipped: {
      subject: 'Seu pedido {{ order }} está a caminho',
      title: 'A caminho',
      lines: [
        'Olá, {{ name }}!',
        'Seu pedido <b>{{ order }}</b> saiu do nosso depósito. Você pode acompanhá-lo até a sua porta.',
      ],
      button: 'Acompanhar o pacote',
      foot: 'Algo errado com o seu pedido? Responda a este e-mail.',
    },
    offer: {
      subject: '{{ discount }} de desconto para você, {{ name }}',
      title: '{{ discount }} de desconto',
      lines: ['Olá, {{ name }}!', 'Por alguns dias, você tem {{ discount }} de desconto em toda a loja.'],
      button: 'Ver a oferta',
      foot: 'Você recebe este e-mail porque pediu nossas novidades.',
    },
    password: {
      subject: 'Escolha uma nova senha',
      title: 'Escolha uma nova senha',
      lines: ['Olá, {{ name }}!', 'Alguém pediu uma nova senha para a sua conta. Se foi você, escolha-a agora.'],
      button: 'Escolher a senha',
      foot: 'Se não foi você, não faça nada: sua senha continua a mesma. Nunca encaminhe este e-mail.',
    },
  },
};

/** The words by the link that stops marketing. */
export const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'Stop these mails',
  zh: '退订此类邮件',
  es: 'Dejar de recibir estos correos',
  pt: 'Parar de receber estes e-mails',
};
