import type { ReactNode } from 'react';
import type { IntakePersonFragment } from '../generated/operations.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PersonName } from '../ui/person-name.js';
import { wareki } from '@kasane/vocabulary';

/** Those who may be the same as somebody who was typed as new: one of them, or none. What was typed stays. */
export function PossiblyKnown({
  persons,
  onSame,
  onNone,
}: {
  readonly persons: readonly IntakePersonFragment[];
  readonly onSame: (person: IntakePersonFragment) => void;
  readonly onNone: () => void;
}): ReactNode {
  return (
    <Notice kind="warning" title="同じ人かもしれない人がいます">
      <p>
        あなたが担当している人の中に、氏名などが同じ人がいます。本人かどうか確かめて選んでください。書いた内容はそのまま残っています。
      </p>
      <ul className="plain-list stack">
        {persons.map((person) => (
          <li key={person.id} className="row">
            <span>
              <PersonName identity={person.identity} />{' '}
              {person.identity?.birthDate
                ? `${wareki(person.identity.birthDate)}生まれ`
                : (person.identity?.birthAsGiven ?? '')}
            </span>
            <Button onPress={() => onSame(person)}>この人です</Button>
          </li>
        ))}
      </ul>
      <p>
        <Button onPress={onNone}>どの人でもありません(別の人です)</Button>
      </p>
    </Notice>
  );
}
