import { useMemo, type ReactNode } from 'react';
import {
  Button,
  Collection,
  ComboBox,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Text,
} from 'react-aria-components';
import { useController, useFormContext } from 'react-hook-form';
import { framed, Hint, Name, Wrong, type InputProps } from './inputs.js';
import picker from './picker.module.css';

export interface PickerGroup {
  readonly name: string;
  readonly options: readonly PickerOption[];
}

export interface PickerOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

/**
 * One of very many, in groups: found by typing a part of its name, or in the open list. The list opens for typing, the
 * arrow keys and its button, not for the focus alone: while it is open, nothing else on the page can be reached, and
 * the focus also comes here by itself, as when what had it is gone.
 */
export function Picker({
  name,
  label,
  hint,
  isRequired,
  groups,
}: InputProps & { readonly groups: readonly PickerGroup[] }): ReactNode {
  const { control } = useFormContext();
  const { field, fieldState } = useController({
    name,
    control,
    defaultValue: '',
    rules: isRequired ? { required: '一覧から選んでください。' } : {},
  });
  const value = (field.value ?? '') as string;
  // The same list in a new array would be drawn anew under the pointer that is about to choose from it.
  const text = JSON.stringify(groups);
  const items = useMemo(() => JSON.parse(text) as PickerGroup[], [text]);
  const disabled = groups.flatMap(({ options }) =>
    options.flatMap((option) => (option.isDisabled ? [option.value] : [])),
  );
  return (
    <ComboBox
      {...framed({ field, fieldState }, isRequired)}
      defaultItems={items}
      disabledKeys={disabled}
      selectedKey={value === '' ? null : value}
      onSelectionChange={(key) => field.onChange(key === null ? '' : String(key))}
    >
      <Name label={label} isRequired={isRequired ?? false} />
      <Hint hint={hint} />
      <div className={picker.box}>
        <Input ref={field.ref} />
        <Button className={picker.open ?? ''} aria-label="一覧を開く">
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Wrong with={fieldState} />
      <Popover className={picker.popover ?? ''}>
        <ListBox<PickerGroup>
          className={picker.list ?? ''}
          renderEmptyState={() => '当てはまるものはありません。'}
        >
          {(group) => (
            <ListBoxSection id={`group ${group.name}`}>
              <Header className={picker.group ?? ''}>{group.name}</Header>
              <Collection items={group.options}>
                {({ value: id, label: words, hint: more }) => (
                  <ListBoxItem id={id} textValue={words} className={picker.option ?? ''}>
                    <Text slot="label">{words}</Text>
                    {more && (
                      <Text slot="description" className={picker.more ?? ''}>
                        {more}
                      </Text>
                    )}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
