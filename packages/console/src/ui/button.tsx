import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  readonly variant?: Variant;
}

export function Button({ variant = 'secondary', ...props }: ButtonProps): ReactNode {
  return <AriaButton {...props} className={`${styles.button} ${styles[variant]}`} />;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  variant = 'secondary',
  ...props
}: LinkProps & { readonly variant?: Variant }): ReactNode {
  return <Link {...props} className={`${styles.button} ${styles[variant]}`} />;
}
