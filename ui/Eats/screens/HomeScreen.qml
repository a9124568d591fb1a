pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.delegates

Item {
    id: screen

    required property HomeViewModel home
    required property SyncViewModel sync

    signal opened(string key)
    signal wishToggled(string key)
    signal scheduleWanted

    StateView {
        anchors.centerIn: parent
        width: parent.width
        state_: screen.home.state
        title: screen.home.stateTitle
        help: screen.sync.running ? screen.sync.progressText : screen.home.stateHelp
        actionText: screen.sync.running ? "" : screen.home.stateAction
        onActed: screen.sync.fetch()
    }

    Flickable {
        id: flick

        objectName: "home.scroll"
        anchors.fill: parent
        visible: screen.home.state === "ready"
        contentHeight: column.implicitHeight + 2 * Theme.s24
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: Scroll {}

        ColumnLayout {
            id: column

            x: Theme.s24
            y: Theme.s24
            width: flick.width - 2 * Theme.s24
            spacing: Theme.s16

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.s12

                TextLine {
                    Layout.fillWidth: true
                    text: qsTr("오늘의 식품 방송")
                    font.pixelSize: Theme.titleL
                    font.bold: true
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }

                TextLine {
                    text: screen.home.todayText
                    color: Theme.text2
                }

                AppButton {
                    text: qsTr("편성표")
                    symbol: "calendar"
                    onClicked: screen.scheduleWanted()
                }
            }

            TextLine {
                Layout.fillWidth: true
                visible: text !== ""
                text: screen.home.nextText
                wrapMode: Text.Wrap
                color: Theme.text2
            }

            HomeZone {
                name: "live"
                title: qsTr("지금 방송")
                model: screen.home.live
            }
            HomeZone {
                name: "wished"
                title: qsTr("찜한 방송")
                model: screen.home.wished
            }
            HomeZone {
                name: "soon"
                title: qsTr("곧 시작해요")
                model: screen.home.soon
            }
            HomeZone {
                name: "missed"
                title: qsTr("방금 끝난 방송")
                model: screen.home.missed
            }
        }
    }

    component HomeZone: ColumnLayout {
        id: zone

        required property string title
        required property var model
        required property string name
        readonly property int total: screen.home.totals[name] ?? 0
        readonly property int rest: screen.home.rests[name] ?? 0

        Layout.fillWidth: true
        visible: model.count > 0
        spacing: Theme.s12

        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s8
            spacing: Theme.s12

            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("%1 %2").arg(zone.title).arg(zone.total)
            }

            AppButton {
                visible: zone.total > screen.home.shortZone
                kind: "quiet"
                text: zone.rest > 0 ? qsTr("%1개 더 보기").arg(zone.rest) : qsTr("접기")
                Accessible.name: zone.title + " " + text
                onClicked: screen.home.showWhole(zone.name, zone.rest > 0)
            }
        }

        CardGrid {
            Layout.fillWidth: true
            model: zone.model
            onColumnsChanged: screen.home.setAcross(columns)
            onOpened: key => screen.opened(key)
            onWishToggled: key => screen.wishToggled(key)
        }
    }
}
