import type { CountryPack } from '@signalbox/contracts';
import { AE } from './ae.ts';
import { AR } from './ar.ts';
import { AU } from './au.ts';
import { BR } from './br.ts';
import { CA } from './ca.ts';
import { CL } from './cl.ts';
import { CN } from './cn.ts';
import { CO } from './co.ts';
import { DE } from './de.ts';
import { EG } from './eg.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { GB } from './gb.ts';
import { HK } from './hk.ts';
import { ID } from './id.ts';
import { IE } from './ie.ts';
import { IN } from './in.ts';
import { IT } from './it.ts';
import { JO } from './jo.ts';
import { KE } from './ke.ts';
import { KR } from './kr.ts';
import { KW } from './kw.ts';
import { MX } from './mx.ts';
import { MY } from './my.ts';
import { NG } from './ng.ts';
import { PH } from './ph.ts';
import { QA } from './qa.ts';
import { SA } from './sa.ts';
import { SG } from './sg.ts';
import { TH } from './th.ts';
import { TR } from './tr.ts';
import { US } from './us.ts';
import { VN } from './vn.ts';
import { ZA } from './za.ts';

const ALL: readonly CountryPack[] = [
  IN,
  ID,
  SG,
  MY,
  TH,
  VN,
  PH,
  HK,
  CN,
  KR,
  AU,
  SA,
  AE,
  QA,
  KW,
  JO,
  EG,
  TR,
  NG,
  KE,
  ZA,
  GB,
  FR,
  IT,
  ES,
  IE,
  DE,
  US,
  CA,
  MX,
  BR,
  CO,
  CL,
  AR,
];

/** The rules of each country that there is a pack for, by ISO 3166-1 alpha-2 code. */
export const COUNTRY_PACKS: ReadonlyMap<string, CountryPack> = new Map(ALL.map((pack) => [pack.country, pack]));
