import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Notice } from '../ui/notice.js';
import { PersonName } from '../ui/person-name.js';
import type { Named } from '../ui/persons.js';

/** Without whose consent a 重層的支援会議 cannot be held, and where it is asked for. */
export function ConsentMissing({
  persons,
  caseId,
}: {
  readonly persons: readonly Named[];
  readonly caseId: string;
}): ReactNode {
  return (
    <Notice kind="warning" title="会議で情報を使うことへの同意がありません">
      <p>重層的支援会議は、同意した人のことだけを話し合います。同意を求めるか、対象者から外してください。</p>
      <ul>
        {persons.map(({ id, identity }) => (
          <li key={id}>
            <PersonName identity={identity} />{' '}
            <Link to={`/persons/${id}/consent?case=${caseId}`}>同意を求める</Link>
          </li>
        ))}
      </ul>
      <p>同意を待てないときは、支援会議(社会福祉法 第106条の6)を招集することができます。</p>
    </Notice>
  );
}
