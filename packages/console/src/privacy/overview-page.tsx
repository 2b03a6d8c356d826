import type { ReactNode } from 'react';
import { ForRoles } from '../app/for-roles.js';
import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { EmergenciesToReview } from './emergencies.js';
import { UnusualAccess } from './unusual-access.js';

const title = '個人情報保護';

/** 個人情報保護管理者: what waits for a review, and where to look further. */
export const Component = (): ReactNode => (
  <ForRoles roles={['PRIVACY_OFFICER']} title={title}>
    <Page title={title} tab={title}>
      <nav aria-label="個人情報保護の画面" className="row no-print">
        <ButtonLink to="/privacy/persons">本人ごとの開示記録</ButtonLink>
        <ButtonLink to="/privacy/rules">開示の規則集</ButtonLink>
        <ButtonLink to="/conflicts">利害関係の届出</ButtonLink>
      </nav>
      <section aria-labelledby="emergencies">
        <h2 id="emergencies">点検を待つ緊急時の閲覧</h2>
        <EmergenciesToReview />
      </section>
      <section aria-labelledby="unusual">
        <h2 id="unusual">点検すべき閲覧</h2>
        <UnusualAccess />
      </section>
    </Page>
  </ForRoles>
);
