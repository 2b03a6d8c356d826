import { longTextColumn, textColumn } from '@kasane/subgraph-kit';
import type { TableColumnOptions } from 'typeorm';

const date = (name: string): TableColumnOptions => ({ ...textColumn(name, 8), default: `'00000000'` });
const text = (name: string, length = 128): TableColumnOptions => textColumn(name, length, true);
const flag = (name: string): TableColumnOptions => textColumn(name, 1, true);
const note = longTextColumn;
/** 宛名番号: of the resident record. No class of the hub has it, so the hub never reads it. */
const residentNumber = textColumn('atena_no', 15, true);
const others = textColumn('kanren_hihokensha_no', 512, true);

/**
 * The tables of a care-insurance package (`kg_`) and of the centre's own (`hk_`), as such systems shape them: found by
 * 被保険者番号, dates `YYYYMMDD` with `00000000` and `99999999` for none, codes as text. In production they are
 * there; on the embedded database our migration makes them.
 */
export const packageTables: Readonly<Record<string, readonly TableColumnOptions[]>> = {
  kg_hihokensha: [
    residentNumber,
    text('sho_hokensha_no', 16),
    text('hihokensha_kbn', 8),
    date('shikaku_shutoku_ymd'),
    text('shikaku_shutoku_jiyu'),
    date('shikaku_soshitsu_ymd'),
    text('shikaku_soshitsu_jiyu'),
    flag('jushochi_tokurei_flg'),
  ],
  kg_nintei: [
    date('shinsei_ymd'),
    text('shinsei_kbn', 8),
    note('shinsei_riyu'),
    text('jokyo_kbn', 8),
    date('chosa_irai_ymd'),
    date('chosa_jisshi_ymd'),
    date('ikensho_irai_ymd'),
    date('ikensho_juryo_ymd'),
    text('ichiji_hantei_cd', 8),
    text('niji_hantei_cd', 8),
    text('yokaigo_jotai_kbn_cd', 8),
    date('nintei_ymd'),
    date('yuko_kaishi_ymd'),
    date('yuko_shuryo_ymd'),
    flag('joho_teikyo_doi_flg'),
  ],
  kg_ikensho: [
    date('kinyu_ymd'),
    text('tokutei_shippei', 256),
    text('shogai_jiritsudo', 8),
    text('ninchi_jiritsudo', 8),
    flag('ishi_doi_flg'),
  ],
  kg_keikaku: [
    date('sakusei_ymd'),
    text('keikaku_kbn', 8),
    flag('zantei_flg'),
    text('keikaku_tanto_shimei'),
    date('doi_ymd'),
    note('iko'),
    note('hoshin'),
    note('choki_mokuhyo'),
    note('tanki_mokuhyo'),
    note('shukan_keikaku'),
  ],
  kg_keikaku_needs: [
    text('keikaku_seiri_no', 64),
    note('needs'),
    note('choki_mokuhyo'),
    note('tanki_mokuhyo'),
    text('service_naiyo', 256),
    text('jigyosho', 256),
    text('hindo', 64),
    date('kikan_kaishi_ymd'),
    date('kikan_shuryo_ymd'),
  ],
  kg_tanto_kaigi: [
    others,
    date('kaisai_ymd'),
    text('shussekisha_shozoku', 512),
    note('kento_naiyo'),
    note('ketsuron'),
    note('nokosareta_kadai'),
  ],
  kg_kyotaku_todoke: [text('jigyosho', 256), date('tekiyo_kaishi_ymd'), date('tekiyo_shuryo_ymd')],
  kg_service_riyo: [
    text('service_shurui'),
    text('jigyosho', 256),
    text('hindo', 64),
    date('kaishi_ymd'),
    date('shuryo_ymd'),
    flag('shisetsu_flg'),
    { name: 'shikyu_gendo_tani', type: 'int', isNullable: true },
  ],
  hk_byoreki: [date('hassho_ymd'), text('byomei', 256), text('iryo_kikan', 256), note('keika')],
  hk_kihon_checklist: [date('jisshi_ymd'), text('kaito', 32), flag('jigyo_taisho_flg')],
  hk_kihon_joho: [
    others,
    date('sakusei_ymd'),
    text('tanto_shimei'),
    date('sodan_ymd'),
    text('sodan_hoho', 64),
    text('raishosha_zokugara', 64),
    text('genkyo_kbn', 8),
    text('kinkyu_renrakusaki', 256),
    note('jukyo_kankyo'),
    note('kazoku_kosei'),
    note('imamade_no_seikatsu'),
    note('genzai_no_seikatsu'),
    note('yujin_chiiki'),
  ],
  hk_sogo_sodan: [
    others,
    date('uketsuke_ymd'),
    text('sodansha_zokugara', 64),
    text('sodan_shubetsu', 64),
    note('taio'),
    text('tsunagi_saki', 256),
    text('kokai_seigen', 16),
  ],
  hk_kenri_yogo: [
    others,
    date('uketsuke_ymd'),
    text('gyakutai_shurui', 32),
    date('jijitsu_kakunin_ymd'),
    note('jijitsu_kakunin'),
    flag('kinkyusei_flg'),
    date('core_kaigi_ymd'),
    text('seinen_koken', 256),
    text('shohisha_higai', 256),
  ],
};
