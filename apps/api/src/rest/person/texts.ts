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
  signUp: string;
  signUpFrom: string;
  mailAddress: string;
  number: string;
  numberHint: string;
  signUpButton: string;
  mustAgree: string;
  badMail: string;
  badNumber: string;
  askedMail: string;
  askedText: string;
  leaveAnyTime: string;
  closedTitle: string;
  closed: string;
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

/** `{sender}`, `{list}`, `{address}` and `{hours}` are filled in. */
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
    signUp: 'Get “{list}”',
    signUpFrom: 'From {sender}',
    mailAddress: 'Your mail address',
    number: 'Your mobile number',
    numberHint: 'With the code of the country, such as +49 151 23456789.',
    signUpButton: 'Sign me up',
    mustAgree: 'Tick the box if you agree. Without it nothing is sent.',
    badMail: 'This is no mail address: it looks like name@example.com.',
    badNumber: 'This is no mobile number with the code of a country, such as +49 151 23456789.',
    askedMail:
      'Almost done. A mail is on its way to {address}: open its link within {hours} hours, and you are on the list. If none comes, look at the address, and among the unwanted mails.',
    askedText:
      'Almost done. A text is on its way to {address}: open its link within {hours} hours, and you are on the list. If none comes, look at the number.',
    leaveAnyTime: 'You can leave at any time.',
    closedTitle: 'This page is closed',
    closed: 'Nobody can sign up here at the moment.',
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
    signUp: 'Recibir «{list}»',
    signUpFrom: 'De {sender}',
    mailAddress: 'Tu dirección de correo',
    number: 'Tu número de móvil',
    numberHint: 'Con el prefijo del país, por ejemplo +34 612 34 56 78.',
    signUpButton: 'Apuntarme',
    mustAgree: 'Marca la casilla si estás de acuerdo. Sin ella no se envía nada.',
    badMail: 'No es una dirección de correo: se parece a nombre@example.com.',
    badNumber: 'No es un número de móvil con el prefijo de un país, por ejemplo +34 612 34 56 78.',
    askedMail:
      'Casi está. Un correo va de camino a {address}: abre su enlace en {hours} horas y estarás en la lista. Si no llega, revisa la dirección y el correo no deseado.',
    askedText:
      'Casi está. Un SMS va de camino a {address}: abre su enlace en {hours} horas y estarás en la lista. Si no llega, revisa el número.',
    leaveAnyTime: 'Puedes salir cuando quieras.',
    closedTitle: 'Esta página está cerrada',
    closed: 'Ahora mismo nadie puede apuntarse aquí.',
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
    signUp: 'Receber “{list}”',
    signUpFrom: 'De {sender}',
    mailAddress: 'Seu endereço de e-mail',
    number: 'Seu número de celular',
    numberHint: 'Com o código do país, por exemplo +55 11 91234-5678.',
    signUpButton: 'Quero receber',
    mustAgree: 'Marque a caixa se você concorda. Sem ela nada é enviado.',
    badMail: 'Isto não é um endereço de e-mail: ele se parece com nome@example.com.',
    badNumber: 'Isto não é um número de celular com o código de um país, por exemplo +55 11 91234-5678.',
    askedMail:
      'Quase pronto. Um e-mail está a caminho de {address}: abra o link em até {hours} horas e você estará na lista. Se não chegar, confira o endereço e a caixa de spam.',
    askedText:
      'Quase pronto. Um SMS está a caminho de {address}: abra o link em até {hours} horas e você estará na lista. Se não chegar, confira o número.',
    leaveAnyTime: 'Você pode sair quando quiser.',
    closedTitle: 'Esta página está fechada',
    closed: 'No momento ninguém pode se inscrever aqui.',
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
    signUp: '订阅“{list}”',
    signUpFrom: '来自 {sender}',
    mailAddress: '您的电子邮箱',
    number: '您的手机号码',
    numberHint: '请带国家代码，例如 +86 138 0013 8000。',
    signUpButton: '订阅',
    mustAgree: '如果您同意，请勾选。未勾选则不会发送任何内容。',
    badMail: '这不是电子邮箱地址，正确的格式如 name@example.com。',
    badNumber: '这不是带国家代码的手机号码，例如 +86 138 0013 8000。',
    askedMail:
      '即将完成。一封邮件正在发往 {address}：请在 {hours} 小时内打开其中的链接，即可加入列表。如果没有收到，请检查地址和垃圾邮件。',
    askedText:
      '即将完成。一条短信正在发往 {address}：请在 {hours} 小时内打开其中的链接，即可加入列表。如果没有收到，请检查号码。',
    leaveAnyTime: '您可以随时退订。',
    closedTitle: '此页面已关闭',
    closed: '目前无法在这里订阅。',
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
