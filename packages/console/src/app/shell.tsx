import { purposeLabels, roleLabels } from '@kasane/vocabulary';
import { useEffect, useState, type ReactNode } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { EmergencyClock } from '../emergency/emergency-clock.js';
import { InSession } from '../conference/in-session.js';
import { forgetOldDrafts } from '../form/drafts.js';
import { KnowsStaff } from '../office/staff.js';
import { useLooking } from '../session/purpose.js';
import { useSession } from '../session/session.js';
import { Button } from '../ui/button.js';
import { menuFor } from './areas.js';
import { PurposeDialog } from './purpose-dialog.js';
import styles from './shell.module.css';

/** What stays while pages change: who is signed in, why they look, where they can go. */
export function Shell(): ReactNode {
  const { viewer, signOut } = useSession();
  const looking = useLooking();
  const { pathname } = useLocation();
  const [isChoosing, setChoosing] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  useEffect(forgetOldDrafts, []);
  useEffect(() => setMenuOpen(false), [pathname]);
  return (
    <>
      <a className={styles.skip} href="#content">
        本文へ進む
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.brand} aria-label="重ね はじめの画面">
          重ね
        </Link>
        <div className={styles.purpose}>
          <span className={styles.purposeWord}>利用目的</span>
          <strong>{looking.purpose ? purposeLabels[looking.purpose].ja : '選んでいません'}</strong>
          {looking.isOfPage ? (
            <span>(この画面だけ)</span>
          ) : (
            <Button variant="quiet" onPress={() => setChoosing(true)}>
              {looking.purpose ? '変える' : '選ぶ'}
            </Button>
          )}
          <InSession />
        </div>
        <div className={styles.who}>
          <span>
            {viewer.name ?? viewer.staffId}
            <span className={styles.role}>{viewer.roles.map((role) => roleLabels[role].ja).join('・')}</span>
          </span>
          <Button variant="quiet" onPress={signOut}>
            サインアウト
          </Button>
        </div>
      </header>
      <EmergencyClock />
      <div className={styles.body}>
        <nav aria-label="メニュー" className={styles.menu}>
          <div className={styles.menuButton}>
            <Button aria-expanded={isMenuOpen} aria-controls="menu" onPress={() => setMenuOpen(!isMenuOpen)}>
              メニュー
            </Button>
          </div>
          <ul id="menu" data-open={isMenuOpen}>
            {menuFor(viewer.roles).map(({ to, label }) => (
              <li key={to}>
                <NavLink to={to}>{label}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <main id="content" className={styles.content}>
          <KnowsStaff>
            <Outlet />
          </KnowsStaff>
        </main>
      </div>
      <footer className={styles.printed} aria-hidden="true">
        {viewer.name ?? viewer.staffId}({viewer.staffId})が表示{' '}
        {new Date().toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo' })} 取扱注意
      </footer>
      <PurposeDialog isOpen={isChoosing} onClose={() => setChoosing(false)} />
    </>
  );
}
