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
  hours: string;
  hoursNone: string;
  hoursNow: string;
  hoursDays: string;
  hoursDaily: string;
  hoursFrom: string;
  hoursTo: string;
  hoursZone: string;
  hoursSave: string;
  hoursAnyTime: string;
  hoursEveryDay: string;
  hoursAllDay: string;
  hoursHint: string;
  hoursNothingLeft: string;
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
    hours: 'Hours without marketing',
    hoursNone: 'Marketing may come at any time that is allowed where you are.',
    hoursNow: 'You get no marketing at these times:',
    hoursDays: 'No marketing at all on',
    hoursDaily: 'And every day no marketing',
    hoursFrom: 'from',
    hoursTo: 'until',
    hoursZone: 'Your time zone',
    hoursSave: 'Save these hours',
    hoursAnyTime: 'Allow any time again',
    hoursEveryDay: 'Every day',
    hoursAllDay: 'all day',
    hoursHint: 'What would come at these times waits until they are over.',
    hoursNothingLeft:
      'These hours leave no time at all, so nothing was changed. To get no marketing, press “Stop all marketing”.',
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
    hours: 'Horas sin publicidad',
    hoursNone: 'La publicidad puede llegar a cualquier hora permitida donde estás.',
    hoursNow: 'No recibes publicidad en estas horas:',
    hoursDays: 'Nada de publicidad en',
    hoursDaily: 'Y todos los días sin publicidad',
    hoursFrom: 'desde las',
    hoursTo: 'hasta las',
    hoursZone: 'Tu zona horaria',
    hoursSave: 'Guardar estas horas',
    hoursAnyTime: 'Permitir cualquier hora',
    hoursEveryDay: 'Todos los días',
    hoursAllDay: 'todo el día',
    hoursHint: 'Lo que llegaría en estas horas espera hasta que terminen.',
    hoursNothingLeft:
      'Estas horas no dejan tiempo libre, así que nada ha cambiado. Para no recibir publicidad, pulsa «Dejar de recibir publicidad».',
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
    hours: 'Horários sem marketing',
    hoursNone: 'O marketing pode chegar a qualquer hora permitida onde você está.',
    hoursNow: 'Você não recebe marketing nestes horários:',
    hoursDays: 'Nenhum marketing em',
    hoursDaily: 'E todos os dias sem marketing',
    hoursFrom: 'das',
    hoursTo: 'até',
    hoursZone: 'Seu fuso horário',
    hoursSave: 'Salvar estes horários',
    hoursAnyTime: 'Permitir qualquer hora',
    hoursEveryDay: 'Todos os dias',
    hoursAllDay: 'o dia todo',
    hoursHint: 'O que chegaria nestes horários espera até que terminem.',
    hoursNothingLeft:
      'Estes horários não deixam tempo algum, então nada foi mudado. Para não receber marketing, toque em “Parar todo o marketing”.',
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
    hours: '不接收营销消息的时段',
    hoursNone: '营销消息可在您所在地允许的任何时间发送。',
    hoursNow: '您在以下时段不会收到营销消息：',
    hoursDays: '以下日子完全不接收',
    hoursDaily: '每天不接收的时段',
    hoursFrom: '从',
    hoursTo: '到',
    hoursZone: '您的时区',
    hoursSave: '保存这些时段',
    hoursAnyTime: '恢复为任何时间均可',
    hoursEveryDay: '每天',
    hoursAllDay: '全天',
    hoursHint: '这些时段内的消息会等到时段结束后再发送。',
    hoursNothingLeft: '这些时段没有留下任何时间，因此未作更改。如不想收到营销消息，请点击“停止所有营销消息”。',
  },
};
