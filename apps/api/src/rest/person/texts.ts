import type { PersonLocale } from '@signalbox/services';

/** Everything the pages of a person say, in one language. */
export interface PageTexts {
  /** As the language calls itself. */
  language: string;
  languages: string;
  title: string;
  mailTo: string;
  gets: string;
  getsNothing: string;
  leaveAll: string;
  leaveAllHint: string;
  topics: string;
  leave: string;
  stay: string;
  on: string;
  off: string;
  undo: string;
  confirmTitle: string;
  confirmAsk: string;
  confirm: string;
  confirmed: string;
  expired: string;
  notWaiting: string;
  badTitle: string;
  bad: string;
  tooOften: string;
  later: string;
  necessary: string;
}

/** `{sender}`, `{list}` and `{address}` are filled in. */
export const PAGE_TEXTS: Readonly<Record<PersonLocale, PageTexts>> = {
  en: {
    language: 'English',
    languages: 'Language',
    title: 'Messages from {sender}',
    mailTo: 'For {address}',
    gets: 'You get marketing messages from {sender}.',
    getsNothing: 'You get no marketing messages from {sender}.',
    leaveAll: 'Stop all marketing',
    leaveAllHint: 'It takes effect at once.',
    topics: 'Or choose what you want to get',
    leave: 'Leave “{list}”',
    stay: 'Get “{list}” again',
    on: 'on',
    off: 'off',
    undo: 'Undo',
    confirmTitle: 'Confirm “{list}”',
    confirmAsk: 'You asked {sender} for “{list}”. Press the button to get it.',
    confirm: 'Yes, I want it',
    confirmed: 'Done: you are on “{list}” of {sender}.',
    expired: 'This link has expired. Please ask {sender} for “{list}” once more.',
    notWaiting: 'Nothing waits for a confirmation here.',
    badTitle: 'This link does not work',
    bad: 'It is not complete, or too old. Open the link of a newer mail, or answer the sender.',
    tooOften: 'That was very often. Please try again in some minutes.',
    later: 'That did not work just now, and nothing was changed. Please try again in a minute.',
    necessary: 'Codes and messages about your orders are not marketing and still come.',
  },
  es: {
    language: 'Español',
    languages: 'Idioma',
    title: 'Mensajes de {sender}',
    mailTo: 'Para {address}',
    gets: 'Recibes mensajes publicitarios de {sender}.',
    getsNothing: 'No recibes mensajes publicitarios de {sender}.',
    leaveAll: 'Dejar de recibir publicidad',
    leaveAllHint: 'Tiene efecto de inmediato.',
    topics: 'O elige qué quieres recibir',
    leave: 'Salir de «{list}»',
    stay: 'Volver a recibir «{list}»',
    on: 'activo',
    off: 'inactivo',
    undo: 'Deshacer',
    confirmTitle: 'Confirmar «{list}»',
    confirmAsk: 'Has pedido «{list}» a {sender}. Pulsa el botón para recibirlo.',
    confirm: 'Sí, lo quiero',
    confirmed: 'Listo: estás en «{list}» de {sender}.',
    expired: 'Este enlace ha caducado. Pide «{list}» a {sender} otra vez.',
    notWaiting: 'Aquí no hay nada que confirmar.',
    badTitle: 'Este enlace no funciona',
    bad: 'Está incompleto o es demasiado antiguo. Abre el enlace de un correo más reciente o responde al remitente.',
    tooOften: 'Han sido demasiadas veces. Inténtalo de nuevo dentro de unos minutos.',
    later: 'Ahora mismo no ha funcionado y nada ha cambiado. Inténtalo de nuevo en un minuto.',
    necessary: 'Los códigos y los mensajes sobre tus pedidos no son publicidad y seguirán llegando.',
  },
  'pt-BR': {
    language: 'Português (Brasil)',
    languages: 'Idioma',
    title: 'Mensagens de {sender}',
    mailTo: 'Para {address}',
    gets: 'Você recebe mensagens de marketing de {sender}.',
    getsNothing: 'Você não recebe mensagens de marketing de {sender}.',
    leaveAll: 'Parar todo o marketing',
    leaveAllHint: 'Vale imediatamente.',
    topics: 'Ou escolha o que quer receber',
    leave: 'Sair de “{list}”',
    stay: 'Receber “{list}” de novo',
    on: 'ativo',
    off: 'inativo',
    undo: 'Desfazer',
    confirmTitle: 'Confirmar “{list}”',
    confirmAsk: 'Você pediu “{list}” a {sender}. Toque no botão para receber.',
    confirm: 'Sim, eu quero',
    confirmed: 'Pronto: você está em “{list}” de {sender}.',
    expired: 'Este link expirou. Peça “{list}” a {sender} mais uma vez.',
    notWaiting: 'Não há nada a confirmar aqui.',
    badTitle: 'Este link não funciona',
    bad: 'Está incompleto ou é antigo demais. Abra o link de um e-mail mais recente ou responda ao remetente.',
    tooOften: 'Foram muitas vezes. Tente de novo em alguns minutos.',
    later: 'Não funcionou agora, e nada foi mudado. Tente de novo em um minuto.',
    necessary: 'Códigos e mensagens sobre seus pedidos não são marketing e continuam chegando.',
  },
  zh: {
    language: '中文',
    languages: '语言',
    title: '来自 {sender} 的消息',
    mailTo: '收件人：{address}',
    gets: '您会收到 {sender} 的营销消息。',
    getsNothing: '您不会收到 {sender} 的营销消息。',
    leaveAll: '停止所有营销消息',
    leaveAllHint: '立即生效。',
    topics: '或选择您想收到的内容',
    leave: '退订“{list}”',
    stay: '重新订阅“{list}”',
    on: '已订阅',
    off: '未订阅',
    undo: '撤销',
    confirmTitle: '确认“{list}”',
    confirmAsk: '您向 {sender} 订阅了“{list}”。请点击按钮确认。',
    confirm: '是的，我要订阅',
    confirmed: '完成：您已订阅 {sender} 的“{list}”。',
    expired: '此链接已过期。请重新向 {sender} 订阅“{list}”。',
    notWaiting: '这里没有需要确认的内容。',
    badTitle: '此链接无效',
    bad: '链接不完整或已过期。请打开较新邮件中的链接，或回复发件人。',
    tooOften: '操作过于频繁，请几分钟后再试。',
    later: '刚才未能成功，没有任何更改。请一分钟后再试。',
    necessary: '验证码和订单消息不属于营销，仍会发送。',
  },
};
