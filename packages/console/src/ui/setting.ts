import { useState } from 'react';

/** How somebody likes to see a page, kept in this browser. Never anything of a person. */
export function useSetting<Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): readonly [Value, (value: Value) => void] {
  const key = `kasane.setting.${name}`;
  const [setting, set] = useState<Value>(
    () => values.find((value) => value === localStorage.getItem(key)) ?? values[0],
  );
  return [
    setting,
    (value) => {
      localStorage.setItem(key, value);
      set(value);
    },
  ];
}
