import { useState, type ReactNode } from 'react';
import { ConsentSeenBy, type ConsentViewedFragment } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { StaffName } from '../office/staff.js';
import { Button } from '../ui/button.js';
import { Table } from '../ui/table.js';
import { day, word } from '../words/words.js';

/** Who was shown what under a consent. To read it is itself recorded, so it is read only when somebody asks. */
export function SeenBy({ consentId }: { readonly consentId: string }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const asked = useAsked(ConsentSeenBy, { id: consentId }, { pause: !isOpen });
  if (!isOpen)
    return (
      <>
        <p>見たことも記録に残ります。</p>
        <Button onPress={() => setOpen(true)}>誰が何を見たかを表示する</Button>
      </>
    );
  return (
    <Answered asked={asked}>{({ consent }) => <SeenByTable viewings={consent?.seenBy ?? []} />}</Answered>
  );
}

export function SeenByTable({
  viewings,
}: {
  readonly viewings: readonly ConsentViewedFragment[];
}): ReactNode {
  return (
    <Table
      caption="この同意によって見た職員"
      rows={viewings.map((viewing, at) => ({ ...viewing, at }))}
      keyOf={({ at }) => String(at)}
      empty="この同意によって情報を見た職員は、まだいません。"
      columns={[
        { name: '機関', cell: ({ office }) => office?.name ?? office?.code },
        { name: '職員', cell: ({ staff }) => <StaffName id={staff} withId /> },
        {
          name: '見た情報',
          cell: ({ categories }) => categories?.map((each) => word('DataCategory', each)).join('、'),
        },
        {
          name: '見た日',
          cell: ({ firstDay, lastDay }) =>
            firstDay &&
            (firstDay === lastDay || !lastDay ? day(firstDay) : `${day(firstDay)}から${day(lastDay)}まで`),
        },
      ]}
    />
  );
}
