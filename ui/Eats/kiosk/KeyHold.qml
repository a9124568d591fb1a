import QtQml

/* Which key is down: the first finger types, and a key that bounces types once. */
QtObject {
    id: hold

    property QtObject held: null
    property QtObject last: null
    property double lastAt: 0

    readonly property int bounce: 80

    function take(key: QtObject): bool {
        const now = Date.now();
        if (held !== null || last === key && now - lastAt < bounce)
            return false;
        held = key;
        last = key;
        lastAt = now;
        return true;
    }

    function leave(key: QtObject) {
        if (held === key)
            held = null;
    }
}
