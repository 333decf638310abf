'use client';

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Channel } from '@signalbox/contracts';
import { zonesOfCountry } from '@signalbox/core/zones';
import { Button, Form, Select } from 'antd';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import styles from './countries.module.css';
import { REST } from './rows.ts';

// Half hours; a time set by the API to the minute is shown as it is.
const HALVES = Array.from({ length: 49 }, (_, index) => {
  const value = `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`;
  return { value, label: value };
});

/** Monday to Sunday as ISO 8601 counts them, by their names in the person's language. */
function useDayOptions(): { value: number; label: string }[] {
  const locale = useLocale();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
    // 5 January 2026 is a Monday.
    return [1, 2, 3, 4, 5, 6, 7].map((value) => ({
      value,
      label: format.format(new Date(Date.UTC(2026, 0, 4 + value))),
    }));
  }, [locale]);
}

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** The weekly spans in which marketing is welcome, and the days on which it is not; `like` is what no dates come to. */
export function HoursField({ country, like }: { country: string; like: string }) {
  const t = useTranslations();
  const days = useDayOptions();
  const isRest = country === REST;
  const zones = isRest || country === '' ? [] : zonesOfCountry(country);
  return (
    <fieldset className={styles.part}>
      <legend>{t('countries.hoursTitle')}</legend>
      <p>
        {t('countries.hoursHelp')}{' '}
        {isRest
          ? t('countries.hoursHelpRest')
          : zones.length > 0 &&
            t('countries.zones', { count: zones.length, first: zones[0] ?? '', more: zones.length - 1 })}
      </p>
      <Form.List name="opening_hours">
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles.span} data-channels={isRest}>
                <Form.Item
                  name={[name, 'days']}
                  label={t('countries.days')}
                  rules={[{ required: true, type: 'array', min: 1, message: t('countries.daysNeeded') }]}
                >
                  <Select mode="multiple" options={days} showSearch={false} />
                </Form.Item>
                {isRest && (
                  <Form.Item name={[name, 'channels']} label={t('countries.channels')}>
                    <Select
                      mode="multiple"
                      options={Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }))}
                      showSearch={false}
                      placeholder={t('countries.everyChannel')}
                    />
                  </Form.Item>
                )}
                <Form.Item name={[name, 'from']} label={t('countries.from')}>
                  <Select options={HALVES.slice(0, -1)} />
                </Form.Item>
                <Form.Item
                  name={[name, 'to']}
                  label={t('countries.to')}
                  dependencies={[['opening_hours', name, 'from']]}
                  rules={[
                    ({ getFieldValue }) => ({
                      validator: async (_, to: string) => {
                        if (to <= (getFieldValue(['opening_hours', name, 'from']) as string))
                          throw new Error(t('countries.spanFault'));
                      },
                    }),
                  ]}
                >
                  <Select options={HALVES.slice(1)} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('countries.removeSpan')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button
              icon={<PlusOutlined />}
              onClick={() => add({ channels: [], days: [1, 2, 3, 4, 5], from: '09:00', to: '20:00' })}
              disabled={fields.length >= 50}
            >
              {t('countries.addSpan')}
            </Button>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
      <Form.Item
        name="closed_dates"
        label={t('countries.closedDates')}
        extra={t('countries.closedDatesHelp')}
        className={styles.dates ?? ''}
        rules={[
          {
            validator: async (_, dates: string[] | undefined) => {
              if (dates?.some((date) => !isDate(date)) === true) throw new Error(t('countries.dateFault'));
            },
          },
        ]}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ']} placeholder={like} />
      </Form.Item>
    </fieldset>
  );
}
