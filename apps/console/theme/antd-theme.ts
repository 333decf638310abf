import { type ThemeConfig, theme } from 'antd';
import { PALETTES, type Scheme } from './palette.ts';

const FONT =
  '-apple-system, "Segoe UI Variable Text", "Segoe UI", Inter, Roboto, "Noto Sans", Ubuntu, Cantarell, "Helvetica Neue", ' +
  'Arial, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const CODE_FONT =
  'ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace';

type Derivative = ReturnType<typeof theme.defaultAlgorithm>;

// The dark algorithm mutes seed colours; ours were chosen for their contrast and must arrive unchanged.
const pinned = (scheme: Scheme) => {
  const base = scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm;
  const { accent, accentText, danger, tones } = PALETTES[scheme];
  const seeds = {
    colorPrimary: accent,
    colorLink: accentText,
    colorError: danger,
    colorSuccess: tones.good.solid,
    colorWarning: tones.warn.solid,
    colorInfo: tones.info.solid,
  };
  return (...input: Parameters<typeof theme.defaultAlgorithm>): Derivative => ({ ...base(...input), ...seeds });
};
const ALGORITHMS = { light: pinned('light'), dark: pinned('dark') };

/** Ant Design's tokens for one scheme, taken from our palette so that text and controls keep their contrast. */
export function antdTheme(scheme: Scheme): ThemeConfig {
  const c = PALETTES[scheme];
  const { good, warn, bad, info } = c.tones;
  return {
    algorithm: ALGORITHMS[scheme],
    // The component sheet is a static file (antd/dist/antd.css); only the variables below are written by the server.
    zeroRuntime: true,
    hashed: false,
    cssVar: { key: `sb-${scheme}` },
    token: {
      fontFamily: FONT,
      fontFamilyCode: CODE_FONT,
      fontSize: 14,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 5,
      controlHeight: 32,
      controlHeightSM: 26,
      colorPrimary: c.accent,
      colorPrimaryHover: c.accentHover,
      colorPrimaryActive: c.accentPress,
      colorPrimaryBg: c.accentSoft,
      colorPrimaryBgHover: c.accentSoft,
      colorPrimaryText: c.accentText,
      colorPrimaryTextHover: c.accentText,
      colorPrimaryBorder: c.accentText,
      colorPrimaryBorderHover: c.accentText,
      colorLink: c.accentText,
      colorLinkHover: c.accentText,
      colorLinkActive: c.accentText,
      colorText: c.text,
      colorTextSecondary: c.textSoft,
      colorTextTertiary: c.textFaint,
      colorTextQuaternary: c.textFaint,
      colorTextPlaceholder: c.textFaint,
      colorTextDescription: c.textFaint,
      colorTextDisabled: c.textFaint,
      colorIcon: c.textFaint,
      colorIconHover: c.text,
      colorBorder: c.control,
      colorBorderSecondary: c.line,
      colorBorderDisabled: c.line,
      colorSplit: c.line,
      colorBgLayout: c.page,
      colorBgContainer: c.surface,
      colorBgElevated: c.raised,
      colorBgContainerDisabled: c.sunken,
      colorBgMask: c.mask,
      colorFillAlter: c.sunken,
      colorFillQuaternary: c.sunken,
      colorFillTertiary: c.hover,
      colorFillSecondary: c.hover,
      colorSuccess: good.solid,
      colorSuccessText: good.text,
      colorSuccessBg: good.soft,
      colorSuccessBorder: good.line,
      colorWarning: warn.solid,
      colorWarningText: warn.text,
      colorWarningBg: warn.soft,
      colorWarningBorder: warn.line,
      colorInfo: info.solid,
      colorInfoText: info.text,
      colorInfoBg: info.soft,
      colorInfoBorder: info.line,
      colorError: c.danger,
      colorErrorHover: c.dangerHover,
      colorErrorText: bad.text,
      colorErrorBg: bad.soft,
      colorErrorBorder: bad.line,
      controlItemBgActive: c.accentSoft,
      controlItemBgHover: c.hover,
      controlOutline: c.accentSoft,
      boxShadow: `0 12px 32px ${c.shadow}`,
      boxShadowSecondary: `0 8px 28px ${c.shadow}, 0 1px 3px ${c.shadow}`,
      boxShadowTertiary: `0 1px 2px ${c.shadow}`,
      motionDurationMid: '0.14s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: {
        fontWeight: 500,
        contentFontSizeSM: 13,
        paddingInlineSM: 9,
        defaultShadow: 'none',
        primaryShadow: 'none',
        dangerShadow: 'none',
        primaryColor: c.onAccent,
        dangerColor: '#ffffff',
        defaultHoverColor: c.accentText,
        defaultHoverBorderColor: c.accentText,
        defaultActiveColor: c.accentText,
        defaultActiveBorderColor: c.accentText,
        textHoverBg: c.hover,
        colorLink: c.accentText,
      },
      Table: {
        headerBg: c.sunken,
        headerColor: c.textSoft,
        headerSplitColor: 'transparent',
        rowHoverBg: c.hover,
        rowSelectedBg: c.accentSoft,
        rowSelectedHoverBg: c.accentSoft,
        borderColor: c.line,
        cellPaddingBlockSM: 8,
        cellPaddingInlineSM: 12,
        cellFontSizeSM: 13,
      },
      Tabs: {
        itemSelectedColor: c.accentText,
        itemHoverColor: c.text,
        inkBarColor: c.accentText,
        itemColor: c.textSoft,
      },
      Segmented: {
        trackBg: c.line,
        itemColor: c.textSoft,
        itemHoverColor: c.text,
        itemSelectedBg: c.raised,
        itemSelectedColor: c.text,
      },
      Input: { activeBorderColor: c.accentText, hoverBorderColor: c.accentText, errorActiveShadow: 'none' },
      InputNumber: { activeBorderColor: c.accentText, hoverBorderColor: c.accentText },
      Select: {
        activeBorderColor: c.accentText,
        hoverBorderColor: c.accentText,
        optionSelectedBg: c.accentSoft,
        optionSelectedFontWeight: 500,
      },
      Form: {
        labelColor: c.text,
        labelRequiredMarkColor: bad.text,
        verticalLabelPadding: '0 0 4px',
        itemMarginBottom: 18,
      },
      Slider: {
        railBg: c.control,
        railHoverBg: c.control,
        trackBg: c.accent,
        trackHoverBg: c.accent,
        handleColor: c.accentText,
        handleActiveColor: c.accentText,
        dotBorderColor: c.control,
      },
      Switch: { colorTextQuaternary: c.control, colorTextTertiary: c.control },
      Tooltip: { colorBgSpotlight: scheme === 'dark' ? '#2a323f' : '#1d2430', colorTextLightSolid: '#ffffff' },
      Drawer: { colorBgElevated: c.surface },
      Modal: { contentBg: c.raised, headerBg: c.raised },
      Tag: { defaultBg: c.tones.neutral.soft, defaultColor: c.tones.neutral.text },
      Alert: { defaultPadding: '10px 14px' },
    },
  };
}
