'use client';

import { Skeleton } from 'antd';
import { useTranslations } from 'use-intl';
import { IdCell } from '#components/cells/id-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { JsonView } from '#components/parts/json-view.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { ChannelList } from './channel-list.tsx';
import { ContentPreview } from './content-preview.tsx';
import styles from './message.module.css';
import { MessageHead } from './message-head.tsx';
import { TimelineList } from './timeline-list.tsx';
import { useMessage } from './use-message.ts';
import { useMessageFacts } from './use-message-facts.tsx';

/** Everything about one message: what became of it, why it went where it went, and what it said. */
export function MessageBody(props: { id: string; layout: 'page' | 'drawer' }) {
  const t = useTranslations();
  const query = useMessage(props.id);
  const factsOf = useMessageFacts();
  return (
    <Loaded query={query} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
      {({ message, timeline, is_masked }) => (
        <>
          <MessageHead message={message} timeline={timeline} layout={props.layout} />
          <div className={styles.columns} data-layout={props.layout}>
            <Panel
              title={t('message.timeline')}
              hint={t(timeline.replayed ? 'message.replayed' : 'message.notReplayed')}
              className={styles.timelinePanel}
            >
              <TimelineList entries={timeline.data} />
            </Panel>
            <div className={styles.side}>
              {message.group !== null && <ChannelList group={message.group} ownId={message.id} />}
              <Panel title={t('message.content')} hint={t(`message.contentHint.${message.channel}`)}>
                <ContentPreview message={message} isMasked={is_masked} />
              </Panel>
              <Panel title={t('message.facts')}>
                <Facts
                  items={[
                    // The page names it under its title.
                    ...(props.layout === 'page'
                      ? []
                      : [{ name: t('message.fact.id'), value: <IdCell id={message.id} /> }]),
                    ...factsOf(message, is_masked),
                  ]}
                />
              </Panel>
              {Object.keys(message.metadata).length > 0 && (
                <Panel title={t('message.metadata')} hint={t('message.metadataHint')}>
                  <Facts items={Object.entries(message.metadata).map(([name, value]) => ({ name, value }))} />
                </Panel>
              )}
              <Panel title={t('message.json')} hint={t('message.jsonHint')}>
                <JsonView value={message} label={t('message.json')} />
              </Panel>
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}
