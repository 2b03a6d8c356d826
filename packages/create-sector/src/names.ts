/** `school-education` → `schoolEducation`. */
export const camel = (kebab: string): string =>
  kebab.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `school-education` → `SchoolEducation`. */
export const pascal = (kebab: string): string => {
  const name = camel(kebab);
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** `school-education` → `school_education`: a table. */
export const snake = (kebab: string): string => kebab.replaceAll('-', '_');

/** English enough for a field that holds all of them: `enrolment` → `enrolments`, `inquiry` → `inquiries`. */
export function plural(singular: string): string {
  if (/[^aeiou]y$/.test(singular)) return `${singular.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(singular) ? `${singular}es` : `${singular}s`;
}
