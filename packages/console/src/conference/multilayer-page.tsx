import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Page } from '../ui/page.js';
import { MultilayerForm } from './multilayer-form.js';
import { PurposeFirst } from './purpose-first.js';

/** 重層的支援会議を開く, about those of a case who consented to it. */
export function Component(): ReactNode {
  const { caseId = '' } = useParams();
  return (
    <Page
      title="重層的支援会議を開く"
      tab="重層的支援会議を開く"
      above={[
        { to: '/cases', label: 'ケース' },
        { to: `/cases/${caseId}`, label: 'このケース' },
      ]}
    >
      <PurposeFirst>
        <MultilayerForm key={caseId} caseId={caseId} />
      </PurposeFirst>
    </Page>
  );
}
