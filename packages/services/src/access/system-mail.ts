import type { Locale } from '@signalbox/contracts';

/** A mail the system itself writes to a person, in plain text. */
export interface SystemMail {
  to: string;
  subject: string;
  text: string;
}

/** Hands a mail of the system to the mail server; rejects when it was not taken. */
export type SendSystemMail = (mail: SystemMail) => Promise<void>;

type Letter = Omit<SystemMail, 'to'>;

const RESET: Readonly<Record<Locale, (link: string) => Letter>> = {
  en: (link) => ({
    subject: 'Choose a new password for Signalbox',
    text: `Somebody asked for a new password for this address. Choose it here, within an hour; the link works once:\n\n${link}\n\nIf it was not you, do nothing: your password stays as it is.\n`,
  }),
  zh: (link) => ({
    subject: '为 Signalbox 设置新密码',
    text: `有人为此邮箱申请了新密码。请在一小时内通过以下链接设置，链接只能使用一次：\n\n${link}\n\n如果不是您本人操作，请忽略此邮件，您的密码不会改变。\n`,
  }),
  es: (link) => ({
    subject: 'Elija una contraseña nueva para Signalbox',
    text: `Alguien pidió una contraseña nueva para esta dirección. Elíjala aquí antes de una hora; el enlace sirve una sola vez:\n\n${link}\n\nSi no fue usted, no haga nada: su contraseña sigue igual.\n`,
  }),
  'pt-BR': (link) => ({
    subject: 'Escolha uma senha nova para o Signalbox',
    text: `Alguém pediu uma senha nova para este endereço. Escolha-a aqui em até uma hora; o link vale uma única vez:\n\n${link}\n\nSe não foi você, não faça nada: sua senha continua a mesma.\n`,
  }),
};

const INVITATION: Readonly<Record<Locale, (workspace: string, link: string) => Letter>> = {
  en: (workspace, link) => ({
    subject: `You are invited to ${workspace} on Signalbox`,
    text: `You are invited to join ${workspace}. Choose a name and a password here, within seven days; the link works once:\n\n${link}\n`,
  }),
  zh: (workspace, link) => ({
    subject: `邀请您加入 Signalbox 上的 ${workspace}`,
    text: `邀请您加入 ${workspace}。请在七天内通过以下链接设置姓名和密码，链接只能使用一次：\n\n${link}\n`,
  }),
  es: (workspace, link) => ({
    subject: `Le invitan a ${workspace} en Signalbox`,
    text: `Le invitan a unirse a ${workspace}. Elija aquí un nombre y una contraseña antes de siete días; el enlace sirve una sola vez:\n\n${link}\n`,
  }),
  'pt-BR': (workspace, link) => ({
    subject: `Convite para ${workspace} no Signalbox`,
    text: `Você foi convidado para ${workspace}. Escolha aqui um nome e uma senha em até sete dias; o link vale uma única vez:\n\n${link}\n`,
  }),
};

/** The mail with the link to choose a new password. */
export const writeReset = (locale: Locale, link: string): Letter => RESET[locale](link);

/** The mail with the link to join a workspace; its name is put on one line. */
export const writeInvitation = (locale: Locale, workspace: string, link: string): Letter =>
  INVITATION[locale](workspace.replaceAll(/\s+/g, ' '), link);
