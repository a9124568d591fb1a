pragma Singleton

import QtQuick

/* The design tokens: the only place with literal colours and sizes. Contrast of all pairs is tested. */
QtObject {
    id: theme

    property string mode: "light"
    property real scale: 1
    property bool still: false

    readonly property color bg: pick("#FFFFFF", "#141012", "#000000")
    readonly property color surface: pick("#FFFFFF", "#1E181B", "#000000")
    readonly property color surfaceAlt: pick("#F7F3F5", "#2A2226", "#141414")
    readonly property color divider: pick("#E3DADE", "#3D3338", "#FFFFFF")
    readonly property color outline: pick("#7D7077", "#A09198", "#FFFFFF")
    readonly property color text: pick("#1C1719", "#F8F1F4", "#FFFFFF")
    readonly property color text2: pick("#51464B", "#D3C6CC", "#FFFFFF")
    readonly property color primary: pick("#A00F49", "#FF9DBB", "#FFE100")
    readonly property color primaryInk: pick("#FFFFFF", "#3A0019", "#000000")
    readonly property color primarySoft: pick("#FFE4EC", "#5C1233", "#FFE100")
    readonly property color primarySoftInk: pick("#6E0A33", "#FFD9E4", "#000000")
    readonly property color live: pick("#B3001B", "#FF9494", "#FF9C9C")
    readonly property color liveInk: pick("#FFFFFF", "#3A0004", "#000000")
    readonly property color upcoming: pick("#0B4A8F", "#A9CCFF", "#8FD3FF")
    readonly property color upcomingInk: pick("#FFFFFF", "#00204A", "#000000")
    readonly property color ended: pick("#5A5055", "#C2B5BB", "#D9D9D9")
    readonly property color endedInk: pick("#FFFFFF", "#241C20", "#000000")
    readonly property color ok: pick("#0A5C36", "#7FDBA6", "#7CFFB2")
    readonly property color okSoft: pick("#E2F5EA", "#0F3B25", "#000000")
    readonly property color warn: pick("#6B4200", "#FFCF7A", "#FFD27A")
    readonly property color warnSoft: pick("#FFF1D0", "#3F2A00", "#000000")
    readonly property color err: pick("#9B0018", "#FFB0B0", "#FFB3B3")
    readonly property color errSoft: pick("#FFE6E6", "#4A0B12", "#000000")
    readonly property color info: pick("#0B4A8F", "#A9CCFF", "#8FD3FF")
    readonly property color infoSoft: pick("#E3F0FF", "#0C2A52", "#000000")
    readonly property color star: pick("#9A5B00", "#FFC457", "#FFE100")
    readonly property color focus: pick("#0B4A8F", "#A9CCFF", "#00FFFF")
    readonly property color scrim: pick("#8C000000", "#A6000000", "#D9000000")
    readonly property color screen: "#000000"
    readonly property color screenInk: "#FFFFFF"
    readonly property color picture: pick("#FBEFE3", "#3A2A20", "#141414")
    readonly property color pictureInk: pick("#8A4B16", "#F0C79E", "#FFE100")

    readonly property int hairline: mode === "contrast" ? 2 : 1
    readonly property int ring: 3
    readonly property int s2: 2
    readonly property int s4: 4
    readonly property int s8: 8
    readonly property int s12: 12
    readonly property int s16: 16
    readonly property int s20: 20
    readonly property int s24: 24
    readonly property int s32: 32
    readonly property int radiusS: 4
    readonly property int radiusM: 8
    readonly property int radiusL: 12
    readonly property int radiusXl: 16

    readonly property int caption: px(16)
    readonly property int body: px(18)
    readonly property int titleS: px(20)
    readonly property int titleM: px(24)
    readonly property int titleL: px(30)
    readonly property int priceM: px(22)
    readonly property int priceL: px(28)
    readonly property int control: px(44)
    readonly property int controlL: px(52)
    readonly property int iconM: px(24)
    readonly property int iconL: px(32)

    readonly property int fast: still ? 0 : 120
    readonly property int base: still ? 0 : 200

    function px(size: int): int {
        return Math.round(size * theme.scale);
    }

    function pick(light: color, dark: color, contrast: color): color {
        return theme.mode === "dark" ? dark : theme.mode === "contrast" ? contrast : light;
    }

    function tone(kind: string): color {
        return ({
                live: theme.live,
                upcoming: theme.upcoming,
                soon: theme.upcoming,
                ended: theme.ended,
                cancelled: theme.err,
                moved: theme.warn,
                fresh: theme.ok,
                stale: theme.warn,
                old: theme.err,
                error: theme.err,
                warn: theme.warn,
                ok: theme.ok,
                info: theme.info
            })[kind] ?? theme.text2;
    }

    function softTone(kind: string): color {
        return ({
                fresh: theme.okSoft,
                ok: theme.okSoft,
                stale: theme.warnSoft,
                warn: theme.warnSoft,
                moved: theme.warnSoft,
                old: theme.errSoft,
                error: theme.errSoft,
                cancelled: theme.errSoft,
                info: theme.infoSoft
            })[kind] ?? theme.surfaceAlt;
    }
}
